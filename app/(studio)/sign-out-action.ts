"use server";
import { redirect } from "next/navigation";
import { signOut } from "#lib/operations/sessions/sign-out.ts";
import { getCurrentActor } from "#lib/web/current-actor.ts";
import { clearSessionCookie } from "#lib/web/session-cookie.ts";

/** Ends the session of this browser on the server, forgets its cookie, and goes to the sign-in page. */
export async function signOutAction(): Promise<void> {
  const actor = await getCurrentActor();
  if (actor.kind === "user") await signOut(actor, {});
  await clearSessionCookie();
  redirect("/sign-in");
}

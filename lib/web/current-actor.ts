import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { cache } from "react";
import { findActorByApiToken } from "#lib/auth/api-token-actor.ts";
import { findActorBySessionToken } from "#lib/auth/session-actor.ts";
import { sessionCookieName } from "#lib/auth/session-token.ts";
import { type Actor, ANONYMOUS } from "#lib/domain/access/actor.ts";
import { noteActorKind } from "#lib/request-scope.ts";
import { PATH_HEADER } from "./path-header.ts";

/** The actor of somebody with an account. */
export type UserActor = Extract<Actor, { kind: "user" }>;

/** Who the request's session cookie names, or {@link ANONYMOUS}. Asked once per request, however often it is called. */
export const getCurrentActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return noted(await findActorBySessionToken(token)) ?? ANONYMOUS;
});

/** The same actor, noted for the request's line in the log. */
function noted(actor: UserActor | null): UserActor | null {
  if (actor) noteActorKind("user");
  return actor;
}

/** The signed-in user; anybody else is sent to the sign-in page and comes back here after it. */
export async function requireUser(): Promise<UserActor> {
  const actor = await getCurrentActor();
  if (actor.kind === "user") return actor;
  const path = (await headers()).get(PATH_HEADER);
  redirect(path && path !== "/" ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
}

/** The user of a route's request, by API token where one is sent, else by session cookie; null when neither is good. */
export async function findRequestUser(request: NextRequest): Promise<UserActor | null> {
  const authorization = request.headers.get("authorization");
  if (authorization) return noted(await findActorByApiToken(authorization));
  return noted(await findActorBySessionToken(request.cookies.get(sessionCookieName())?.value));
}

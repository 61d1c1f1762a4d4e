import type { Metadata } from "next";
import { MessagePage } from "#components/layout/message-page.tsx";
import { NothingHere } from "#components/layout/nothing-here.tsx";
import { getCurrentActor } from "#lib/web/current-actor.ts";
import { StudioFrame } from "./(studio)/studio-frame.tsx";

export const metadata: Metadata = { title: "Nothing here" };

/** Shown for an address that no page has; with the navigation for whoever is signed in. */
export default async function NotFound() {
  const actor = await getCurrentActor();
  if (actor.kind !== "user")
    return (
      <MessagePage>
        <NothingHere />
      </MessagePage>
    );
  return (
    <StudioFrame actor={actor}>
      <NothingHere />
    </StudioFrame>
  );
}

import type { ReactNode } from "react";
import { getCurrentActor } from "#lib/web/current-actor.ts";
import { StudioFrame } from "./studio-frame.tsx";

/**
 * The frame stays while somebody goes from page to page, and is therefore no guard: each page turns away whom it is not
 * for. The start, which is for strangers too, stands alone for them.
 */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const actor = await getCurrentActor();
  return actor.kind === "user" ? <StudioFrame actor={actor}>{children}</StudioFrame> : children;
}

import { AppError } from "#lib/domain/shared/errors.ts";
import type { Study } from "#lib/domain/studies/study.ts";

/** Refuses links to a study whose annotators come from a panel, and to one that is closed, with `CONFLICT`. */
export function requireOpenToLinks({ design, state }: Pick<Study, "design" | "state">): void {
  if (design.panelKind !== "none")
    throw new AppError("CONFLICT", "Annotators of this study come from a panel, so it has no personal links.");
  if (state === "closed") throw new AppError("CONFLICT", "This study is closed, so a new link would lead nowhere.");
}

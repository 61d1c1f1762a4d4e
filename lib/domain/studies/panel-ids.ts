import { z } from "zod";
import type { FieldIssue } from "#lib/domain/shared/errors.ts";
import type { PanelKind } from "./design.ts";

/** What a panel says of somebody who arrives (on Prolific PROLIFIC_PID, STUDY_ID and SESSION_ID). */
export const panelArrivalSchema = z.object({
  participantId: z.string().trim().max(200),
  // Only this one is kept as it comes where the panel has no form for it; the database takes no NUL.
  panelStudyId: z
    .string()
    .trim()
    .max(200)
    .default("")
    .transform((text) => text.replaceAll("\u0000", "\uFFFD")),
  sessionId: z.string().trim().max(200).default(""),
});
export type PanelArrival = z.output<typeof panelArrivalSchema>;

/** How long panel ids are kept after the last arrival, in days, unless the installation says otherwise. */
export const PANEL_ID_DAYS = 180;

const PROLIFIC_ID = /^[0-9a-f]{24}$/i;
const GENERIC_ID = /^[\w.:@+-]{1,128}$/;

/** What is wrong with the ids of an arrival, for this kind of panel; empty when nothing is. The ids are never repeated. */
export function panelArrivalIssues(kind: PanelKind, arrival: PanelArrival): FieldIssue[] {
  if (kind === "none") return [];
  const pattern = kind === "prolific" ? PROLIFIC_ID : GENERIC_ID;
  const issues: FieldIssue[] = [];
  if (!pattern.test(arrival.participantId))
    issues.push({ path: "panel.participantId", message: "The panel’s participant id is missing or malformed." });
  if (kind === "prolific" || arrival.sessionId !== "") {
    if (!pattern.test(arrival.sessionId))
      issues.push({ path: "panel.sessionId", message: "The panel’s session id is missing or malformed." });
  }
  return issues;
}

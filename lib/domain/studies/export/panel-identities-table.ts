import type { Table } from "./column.ts";
import type { ExportedPanelIdentity } from "./record.ts";

/** One row an annotator with what the panel calls them. Personal data: for administrators, apart from all ratings. */
export function panelIdentitiesTable(): Table<ExportedPanelIdentity> {
  return {
    columns: [
      { name: "annotator", type: "string", meaning: "Pseudonym inside this study.", value: (row) => row.annotator },
      { name: "panel", type: "string", meaning: "The recruiting panel.", value: (row) => row.panel },
      {
        name: "participant_id",
        type: "string",
        meaning: "What the panel calls the person.",
        value: (row) => row.participantId,
      },
      {
        name: "session_ids",
        type: "string",
        meaning: "The panel’s sessions of this person, oldest first.",
        value: (row) => row.sessionIds.join(" "),
      },
      {
        name: "outcome",
        type: "string",
        meaning: "How the visit ended; empty while it has not.",
        value: (row) => row.outcome,
      },
      { name: "entered_at", type: "timestamp", meaning: "First arrival (UTC).", value: (row) => row.enteredAt },
      {
        name: "purge_after",
        type: "timestamp",
        meaning: "When these ids are deleted (UTC).",
        value: (row) => row.purgeAfter,
      },
    ],
    rows: (identity) => [identity],
  };
}

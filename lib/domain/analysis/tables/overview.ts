import type { Findings } from "../findings/views.ts";
import type { FindingTable } from "./finding-table.ts";

/** What the data show in sentences, and what makes it doubtful. */
export function overviewTable({ headline, sentences, cautions }: Findings["overview"]): FindingTable {
  return {
    name: "overview",
    columns: ["kind", "dimension", "sentence"],
    rows: [
      ...sentences.map(({ text, isDefined, test }) => [
        isDefined ? "answer" : "no-answer",
        headline,
        test ? `${text} ${test}` : text,
      ]),
      ...cautions.map((caution) => ["caution", "", caution]),
    ],
  };
}

/** The cells where judge and people lie furthest apart. */
export function disagreementsTable({ byDimension }: Findings["disagreements"]): FindingTable {
  return {
    name: "disagreements",
    columns: ["dimension", "policy", "item", "episode", "agent", "judge", "human", "difference", "human_ratings"],
    rows: byDimension.flatMap(({ dimension, cells }) =>
      cells.map((cell) => [
        dimension.key,
        cell.policy,
        cell.itemKey,
        cell.episodeId,
        cell.agent,
        cell.judge,
        cell.human,
        cell.difference,
        cell.humanRatings,
      ]),
    ),
  };
}

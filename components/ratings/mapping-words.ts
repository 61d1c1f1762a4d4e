import { formatNumber } from "#components/ui/format.ts";
import type { TableMapping } from "#lib/domain/rating-imports/rating-mapping.ts";

/** What of a preview decides whether its mapping can be trusted at a glance. */
type PreviewFacts = { ratingsRead: number; refusedScores: number; refusedRecords: number };

/** True when nothing is left to ask: item, system and whoever rated are known, and no record would be refused. */
export function isSureMapping(table: TableMapping, preview: PreviewFacts): boolean {
  const hasRaters = table.scores.every(
    ({ kind, rater, raterColumn, holds }) =>
      table.rater !== "" || rater !== "" || raterColumn !== "" || holds === "raters" || kind === "judge",
  );
  const isRead = preview.ratingsRead > 0 && preview.refusedScores === 0 && preview.refusedRecords === 0;
  return table.item !== "" && table.system !== "" && hasRaters && isRead;
}

/** What was recognised, in a sentence: the columns of the main roles, those with scores, and the scales. */
export function recognisedSentence(table: TableMapping): string {
  const roles = (["item", "system", "rater", "dimension"] as const).flatMap((role) =>
    table[role] === "" ? [] : [`${role} from “${table[role]}”`],
  );
  const scores = `scores from ${table.scores.map(({ column }) => `“${column}”`).join(", ")}`;
  const scales = table.scales.map(({ name, min, max }) => `${name} ${scaleEnd(min)} to ${scaleEnd(max)}`).join(", ");
  return `Read as ${[...roles, scores].join(", ")}; ${scales || "no score could be read, so there is no scale yet"}.`;
}

function scaleEnd(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 2);
}

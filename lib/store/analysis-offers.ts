import type { ItemOffer } from "#lib/domain/analysis/offers.ts";
import { repeatRows } from "./sql.ts";

const READ = `
  SELECT e.id AS "episodeId", e.turn_count AS turns, count(*)::int AS given,
    count(*) FILTER (WHERE a.state = 'submitted')::int AS submitted,
    count(*) FILTER (WHERE a.state = 'skipped')::int AS returned,
    count(*) FILTER (WHERE a.state = 'expired')::int AS "timedOut"
  FROM assignments a
  JOIN annotators p ON p.id = a.annotator_id AND NOT p.is_preview AND p.withdrawn_at IS NULL
  JOIN study_items i ON i.id = a.study_item_id
  JOIN episodes e ON e.id = i.episode_id
  WHERE a.study_id = ANY($1::text[])
  GROUP BY e.id, e.turn_count ORDER BY e.id`;

/** What became of the episodes that these studies gave to people; previews are left out, and people whose work was deleted on request. */
export async function readOffers(studyIds: readonly string[]): Promise<ItemOffer[]> {
  return studyIds.length === 0 ? [] : repeatRows<ItemOffer>(READ, [studyIds]);
}

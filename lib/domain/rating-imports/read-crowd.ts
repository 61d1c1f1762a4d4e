import { dimensionIdOf } from "#lib/domain/episodes/import/rationale-text.ts";
import { isBlankRow } from "./columns.ts";
import { type Fields, itemFacts, type RatingReader } from "./rating-record.ts";
import { textOf } from "./read-score.ts";
import { readSotopiaScores, sotopiaScales } from "./sotopia-scores.ts";

const SCORE = /^Answer\.agent_?([12])_(.+)$/;
const REASON = /_(?:rationale|reasoning|reason)$/;

/** The row's scores and reasons by `1 goal`, whatever spelling of a dimension its columns use. */
function answersOf(fields: Fields): { scores: Map<string, unknown>; reasons: Map<string, unknown> } {
  const scores = new Map<string, unknown>();
  const reasons = new Map<string, unknown>();
  for (const [name, value] of Object.entries(fields)) {
    const [, agent, rest] = SCORE.exec(name) ?? [];
    if (!agent || !rest) continue;
    const dimension = dimensionIdOf(rest.replace(REASON, ""));
    if (dimension) (REASON.test(rest) ? reasons : scores).set(`${agent} ${dimension}`, value);
  }
  return { scores, reasons };
}

/** Reads the older crowd table: `WorkerId`, `Input.episode_id`, `Answer.agent1_goal`, `Answer.agent1_goal_rationale`. */
export function crowdReader(condition: string): RatingReader {
  const scales = sotopiaScales(true);
  return (fields) => {
    const itemKey = textOf(fields["Input.episode_id"]);
    if (isBlankRow(fields)) return { outcome: "blank", itemKey };
    const id = textOf(fields.WorkerId);
    if (itemKey === "") return { outcome: "refused", itemKey, reason: "The row names no episode (Input.episode_id)." };
    if (id === "") return { outcome: "refused", itemKey, reason: "The row names no rater (WorkerId)." };
    const { scores, reasons } = answersOf(fields);
    const read = readSotopiaScores({ kind: "human", id }, [1, 2], scales, (agent, dimension) => ({
      score: scores.get(`${agent} ${dimension}`),
      rationale: reasons.get(`${agent} ${dimension}`),
    }));
    if (read.ratings.length + read.refusedScores.length === 0)
      return { outcome: "refused", itemKey, reason: "The row holds no score (Answer.agent1_…, Answer.agent2_…)." };
    return { outcome: "taken", facts: itemFacts(itemKey, { condition }), ...read };
  };
}

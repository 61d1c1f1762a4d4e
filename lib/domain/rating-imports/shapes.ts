import type { RatingShape } from "./rating-mapping.ts";
import type { Fields } from "./rating-record.ts";

/** True when every name is a column of the row. */
function has(fields: Fields, ...names: string[]): boolean {
  return names.every((name) => Object.hasOwn(fields, name));
}

/**
 * Tells the shape of a rating file by its first record, never by its name: of a CSV only the column names are looked
 * at. What is none of the known shapes is a `table`.
 */
export function recognizeShape(first: Fields): RatingShape {
  if (has(first, "pk", "prolific_id", "goal_1", "goal_2")) return "sotopia-official";
  if (has(first, "WorkerId", "Input.episode_id")) return "sotopia-crowd";
  if (has(first, "PK", "Agent", "believability", "goal")) return "pilot-sheet";
  if (has(first, "episode", "annotator_id", "rewards")) return "sotopia-annotation";
  if (has(first, "episode_id", "agent_1_evaluation")) return "evaluator-lines";
  if (has(first, "pk", "agent1") && typeof first.agent1 === "object") return "judge-by-episode";
  return "table";
}

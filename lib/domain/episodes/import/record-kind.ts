import type { EpisodeShape, JsonObject, ParsedProfile } from "./parsed-row.ts";

/** What a record is, by its fields alone; `idFields` are where its id may stand; `found` names it in a sentence. */
export type RecordKind = { idFields: string[]; found: string } & (
  | { kind: "episode"; shape: EpisodeShape }
  | { kind: ParsedProfile["kind"] }
);

const EPISODE_IDS = ["pk", "episode_id"];

function isEpisodeShape(record: JsonObject): EpisodeShape | null {
  const messages = record.messages ?? record.raw_messages;
  if (Array.isArray(messages) && messages.length > 0) {
    // Chat-format training data also has `messages`, of objects.
    if (!messages.every((turn) => typeof turn === "string" || Array.isArray(turn))) return null;
    if (Object.hasOwn(record, "raw_messages")) return "hugging-face";
    return typeof messages[0] === "string" ? "episode-log-flat" : "episode-log";
  }
  if (typeof record.social_interactions === "string") return "hugging-face-reduced";
  const names = Object.hasOwn(record, "environment") || Object.hasOwn(record, "models") || Object.hasOwn(record, "pk");
  return typeof record.rewards_prompt === "string" && names ? "study-partial" : null;
}

/** Recognises a record by content, never by the file's name. Null for anything that is none of the accepted shapes. */
export function recogniseRecord(record: JsonObject): RecordKind | null {
  const has = (...keys: string[]) => keys.every((key) => Object.hasOwn(record, key));
  const shape = isEpisodeShape(record);
  if (shape) return { kind: "episode", shape, idFields: EPISODE_IDS, found: `an episode (${shape})` };
  if (has("first_name", "last_name"))
    return { kind: "agent-profile", idFields: ["pk", "agent_id"], found: "an agent profile" };
  if (has("scenario", "agent_goals")) return { kind: "scenario", idFields: ["pk", "env_id"], found: "a scenario" };
  if (has("relationship") && (has("agent1_id", "agent2_id") || has("agent_1_id", "agent_2_id")))
    return { kind: "relationship", idFields: ["pk", "relationship_id"], found: "a relationship profile" };
  if (has("env_id", "agent_ids"))
    return { kind: "scenario-combo", idFields: ["pk", "combo_id"], found: "a scenario combination" };
  return null;
}

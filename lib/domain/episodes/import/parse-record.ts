import { canonicalJson, hasUnstorableText, MAX_JSON_DEPTH, storableJson, TooDeepError } from "./canonical-json.ts";
import type { EpisodeDraft } from "./episode-draft.ts";
import { createRepairLog, firstText, isJsonObject, type RepairLog, textOf } from "./fields.ts";
import { finishEpisode } from "./finish-episode.ts";
import type { MessagesProblem } from "./messages.ts";
import type { JsonObject, ParseContext, ParsedProfile, ParsedRow, RefusedRow } from "./parsed-row.ts";
import { type PromptOwnership, partialOwnership, promptOwnership } from "./prompt-ownership.ts";
import { readEpisodeLog, readHuggingFace } from "./read-episode-log.ts";
import { readPartial } from "./read-partial.ts";
import {
  type ProfileResult,
  readAgentProfile,
  readRelationship,
  readScenario,
  readScenarioCombo,
} from "./read-profile.ts";
import { readReduced } from "./read-reduced.ts";
import { recogniseRecord } from "./record-kind.ts";
import { ACCEPTED, refuse, refuseNonObject, refuseObject } from "./refusal.ts";

const LONGEST_ID = 200;
type Input = { record: JsonObject; sourceId: string; contentHash: string; context: ParseContext; log: RepairLog };

/**
 * Reads one record that has been through `JSON.parse`, whatever its shape: recognises it by its fields, repairs what
 * can be repaired (and says so), or refuses it with a sentence. Never throws for any JSON value. The caller adds
 * file and line.
 */
export function parseRecord(json: unknown, context: ParseContext): ParsedRow {
  if (!isJsonObject(json)) return refuseNonObject(json);
  const kind = recogniseRecord(json);
  if (kind === null) return refuseObject(json);
  const log = createRepairLog();
  let canonical: string;
  let record = json;
  try {
    canonical = canonicalJson(json);
    if (hasUnstorableText(canonical)) {
      record = storableJson(json) as JsonObject;
      canonical = canonicalJson(record);
      log.note(
        "control-characters",
        "Characters that no database can store (NUL or half a character) were replaced by �.",
      );
    }
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    return refuse("a deeply nested object", `This record is nested more than ${MAX_JSON_DEPTH} levels deep.`);
  }
  const contentHash = context.hash(canonical);
  const id = firstText(record, ...kind.idFields) ?? "";
  if (id.length > LONGEST_ID)
    return refuse(kind.found, `Its id has ${id.length} characters; at most ${LONGEST_ID} are allowed.`);
  if (id === "") log.note("no-id", "The record has no id; one was made from its content.");
  const input = { record, sourceId: id || `content-${contentHash.slice(0, 24)}`, contentHash, context, log };
  return kind.kind === "episode" ? parseEpisode(input, kind.shape) : parseProfile(input, kind.kind, kind.found);
}

type Read = { draft: EpisodeDraft; ownership: PromptOwnership };

/** Picks the reader for the shape and settles whose the evaluator's prompt is. */
function readEpisode({ record, context, log }: Input, shape: string): Read | MessagesProblem {
  if (shape === "study-partial") {
    const partial = readPartial(record, log);
    if ("problem" in partial) return partial;
    const profile = context.profiles?.scenario(textOf(record.environment ?? record.environment_id).trim());
    return { draft: partial.draft, ownership: partialOwnership(partial.read, profile) };
  }
  const messages = (record.messages ?? record.raw_messages) as unknown[];
  const draft =
    shape === "hugging-face-reduced"
      ? readReduced(record, log)
      : shape === "hugging-face"
        ? readHuggingFace(record, messages, log)
        : readEpisodeLog(messages, log);
  if ("problem" in draft) return draft;
  const prompt = record.rewards_prompt ?? record.raw_rewards_prompt;
  return {
    draft,
    ownership: promptOwnership(prompt, { scenario: draft.scenario, agents: draft.agents, turns: draft.turns }),
  };
}

function parseEpisode(input: Input, shape: string): ParsedRow {
  const { record } = input;
  const found = `an episode (${shape})`;
  const agents = record.agents ?? record.agent_ids;
  if (Array.isArray(agents) && agents.length !== 0 && agents.length !== 2)
    return refuse(
      `an episode of ${agents.length} agents`,
      `This episode has ${agents.length} agents; an episode here has two.`,
    );
  const rewards = record.raw_rewards ?? record.rewards;
  if (Array.isArray(rewards) && rewards.length !== 0 && rewards.length !== 2)
    return refuse(found, `It has ${rewards.length} entries in its rewards for two agents.`);
  const read = readEpisode(input, shape);
  if ("problem" in read) return refuse(found, read.problem);
  if (read.draft.turns.length === 0) return refuse(found, "It has no turn that can be read.");
  return finishEpisode({ ...input, ...read });
}

function readProfile(input: Input, kind: ParsedProfile["kind"]): ProfileResult<ParsedProfile["value"]> {
  const { record, sourceId, log } = input;
  if (kind === "agent-profile") return readAgentProfile(record, sourceId, log);
  if (kind === "scenario") return readScenario(record, sourceId, log);
  return kind === "relationship" ? readRelationship(record, sourceId, log) : readScenarioCombo(record, sourceId);
}

function parseProfile(input: Input, kind: ParsedProfile["kind"], found: string): ParsedProfile | RefusedRow {
  const result = readProfile(input, kind);
  if ("problem" in result) return { outcome: "refused", found, reason: `${result.problem} ${ACCEPTED}` };
  const { sourceId, record: raw, contentHash } = input;
  return {
    outcome: "ok",
    kind,
    sourceId,
    value: result.value,
    raw,
    contentHash,
    repairs: input.log.repairs,
  } as ParsedProfile;
}

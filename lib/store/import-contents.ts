import { isHardEpisode } from "#lib/domain/episodes/hard-episode.ts";
import {
  isRepair,
  type ParsedEpisode,
  type ParsedJudgment,
  type ParsedProfile,
} from "#lib/domain/episodes/import/parsed-row.ts";
import { findSelfNamingTurns } from "#lib/domain/episodes/self-naming.ts";
import { profileValues } from "./import-profiles.ts";
import type { EpisodeContent, ImportRecord, ProfileContent, ReadRecord } from "./import-types.ts";
import { packRaw } from "./raw-record.ts";
import { storable, storableJsonText, storableText } from "./storable.ts";

/** The name of the judge whose ratings came with an episode that does not say who gave them. */
export const UNNAMED_JUDGE = "Imported judge (unnamed)";

/**
 * Makes a record ready to be written. This takes longer than all the rest of writing it, so it is done before the
 * transaction begins: the database never waits for it.
 */
export function readyRecord({ record, line, text, parsed, meaningHash, excerpt }: ReadRecord): ImportRecord {
  const place = { record, line, excerpt: storableText(excerpt) };
  if (parsed.outcome === "refused") {
    return { ...place, content: { outcome: "refused", reason: storableText(parsed.reason) } };
  }
  if (parsed.kind !== "episode") return { ...place, content: profileContent(parsed, text) };
  return { ...place, content: episodeContent(parsed, text, meaningHash) };
}

function remarksOf({ repairs }: ParsedEpisode | ParsedProfile): { remarks: string[]; isRepaired: boolean } {
  return { remarks: repairs.map((repair) => storableText(repair.message)), isRepaired: repairs.some(isRepair) };
}

function profileContent(parsed: ParsedProfile, text: string): ProfileContent {
  const { kind, contentHash } = parsed;
  const sourceId = storableText(parsed.sourceId);
  const row = { ...storable(profileValues(parsed)), raw: storableText(text) };
  return { outcome: "ok", kind, sourceId, contentHash, meaningHash: "", ...remarksOf(parsed), row };
}

function episodeContent(parsed: ParsedEpisode, text: string, meaningHash: string): EpisodeContent {
  const namings = findSelfNamingTurns(parsed.document.turns);
  const facts = { endReason: parsed.endReason, judgmentGaps: parsed.judgment?.incomplete ?? [] };
  return {
    outcome: "ok",
    kind: "episode",
    sourceId: storableText(parsed.sourceId),
    contentHash: parsed.contentHash,
    meaningHash,
    ...remarksOf(parsed),
    row: storable({ ...episodeRow(parsed), self_naming_count: namings.length }),
    document: Buffer.from(storableJsonText(parsed.document)),
    raw: packRaw(text),
    notes: storable({ repairs: parsed.repairs, facts }),
    judge: judgeNameOf(parsed.judgment),
    ratings: (parsed.judgment?.ratings ?? []).map((rating) => ({
      ...rating,
      rationale: storableText(rating.rationale),
    })),
    namings: namings.map((naming) => storable(naming)),
  };
}

/** The name under which the judge of a record is kept. */
export function judgeNameOf(judgment: ParsedJudgment | null): string {
  return storableText(judgment?.judgeModel || UNNAMED_JUDGE);
}

function episodeRow(parsed: ParsedEpisode) {
  const [agent1, agent2] = parsed.document.agents;
  return {
    dialogue_hash: parsed.dialogueHash,
    shape: parsed.shape,
    scenario_source_id: parsed.environmentSourceId,
    codename: parsed.codename ?? "",
    scenario_text: parsed.document.scenario,
    agent1_name: agent1.name,
    agent2_name: agent2.name,
    agent1_source_id: parsed.agentSourceIds[0],
    agent2_source_id: parsed.agentSourceIds[1],
    agent1_policy: parsed.agentModels[0],
    agent2_policy: parsed.agentModels[1],
    environment_model: parsed.environmentModel,
    relationship: parsed.relationship,
    tag: parsed.tag,
    turn_count: parsed.document.turns.length,
    is_hard: isHardEpisode(parsed),
    prompt_mark: parsed.rewardsPromptMark,
    prompt_mark_reason: parsed.rewardsPromptReason?.message ?? "",
    has_judgments: (parsed.judgment?.ratings.length ?? 0) > 0,
  };
}

import { agentDisplayName } from "#lib/domain/scenarios/agent-profile.ts";
import { renderTags } from "#lib/domain/scenarios/render-tags.ts";
import type { Scenario } from "#lib/domain/scenarios/scenario.ts";
import type { EpisodeDocument } from "../episode.ts";
import { canonicalJson } from "./canonical-json.ts";
import { type EpisodeDraft, fillSeenByOther } from "./episode-draft.ts";
import { firstText, type RepairLog, textOf } from "./fields.ts";
import { furtherDimensions, parseJudgment } from "./judgment.ts";
import type { JsonObject, ParseContext, ParsedEpisode } from "./parsed-row.ts";
import { isScenarioOf, type PromptOwnership } from "./prompt-ownership.ts";
import { parseRationales } from "./rationale-text.ts";

/** An episode's draft with everything that is needed to finish it. */
export type FinishInput = {
  record: JsonObject;
  sourceId: string;
  contentHash: string;
  context: ParseContext;
  log: RepairLog;
  draft: EpisodeDraft;
  ownership: PromptOwnership;
};

type Pair = [string | null, string | null];

function pairOf(value: unknown): Pair {
  const list = Array.isArray(value) ? value : [];
  return [textOf(list[0]).trim() || null, textOf(list[1]).trim() || null];
}

/** The agents' profile ids, checked against their names where the profiles are known: a wrong id is dropped. */
function agentIds({ record, draft, context, log }: FinishInput): Pair {
  const stated = pairOf(record.agents ?? record.agent_ids);
  const names = stated.map((id) => {
    const profile = id === null ? undefined : context.profiles?.agentProfile(id);
    return profile ? agentDisplayName(profile) : null;
  });
  const [first, second] = draft.agents.map((agent) => agent.name);
  if (names.every((name, seat) => name === null || name === draft.agents[seat as 0 | 1].name)) return stated;
  if (names[0] === second && names[1] === first) {
    log.note("agents-differ", "The agents’ ids stand in the opposite order of the text; they were exchanged.");
    return [stated[1], stated[0]];
  }
  const others = names.filter((name) => name !== null).join(" and ");
  log.note(
    "agents-differ",
    `The agents’ ids are those of ${others}, but the text is about ${first} and ${second}; the ids were dropped.`,
  );
  return [null, null];
}

/** Environment model, agent 1's model, agent 2's model. */
function modelsOf(record: JsonObject, log: RepairLog): { environmentModel: string | null; agentModels: Pair } {
  const given = record.models ?? record.experiment_model_name_pairs;
  const models = Array.isArray(given) ? given.map((model) => textOf(model).trim() || null) : [];
  if (models.length < 3 || models.slice(0, 3).includes(null))
    log.note("models-incomplete", "The record does not name the models of the judge and of both agents.");
  return { environmentModel: models[0] ?? null, agentModels: [models[1] ?? null, models[2] ?? null] };
}

/** The scenario's profile, if it is known and is what the text describes. */
function ownProfile({ record, draft, context, ownership, log }: FinishInput): Scenario | null {
  const id = firstText(record, "environment", "environment_id");
  const profile = id === null ? undefined : context.profiles?.scenario(id);
  if (!profile) return null;
  if (draft.scenario === "" || isScenarioOf(draft.scenario, profile)) return profile;
  // A study record says so in its prompt's mark already.
  if (ownership.mark !== "foreign" || draft.shape !== "study-partial")
    log.note("scenario-differs", "The text describes the scenario in other words than its profile; the text was kept.");
  return null;
}

/** Some sources wrote `\\'` for an apostrophe in profile texts; what agents say is left as it is. */
function cleanText(text: string, log: RepairLog): string {
  if (!text.includes("\\'")) return text;
  log.note("escaped-apostrophe", "In the scenario or a goal, a backslash before an apostrophe was taken away.");
  return text.replaceAll("\\'", "'");
}

function dialogueText({ agents, turns }: EpisodeDocument): string {
  return canonicalJson([
    agents.map((agent) => agent.name),
    turns.map(({ agent, type, text }) => [agent, type, text.trim()]),
  ]);
}

/** The agents with their profile ids and with what the other could see, as far as the relationship tells. */
function finishAgents({ draft, log }: FinishInput, ids: Pair, relationship: number | null): EpisodeDocument["agents"] {
  const finish = (seat: 0 | 1) => {
    const agent = draft.agents[seat];
    return fillSeenByOther({ ...agent, profileSourceId: ids[seat], goal: cleanText(agent.goal, log) }, relationship);
  };
  return [finish(0), finish(1)];
}

/**
 * Completes an episode: ids and models, the scenario's profile where it fits (raters read its environment view),
 * the judge's ratings, the hashes. `dialogueHash` leaves silences in, so that it names one exact dialogue.
 */
export function finishEpisode(input: FinishInput): ParsedEpisode {
  const { record, draft, context, log, ownership } = input;
  const profile = ownProfile(input);
  const ids = agentIds(input);
  const models = modelsOf(record, log);
  const document: EpisodeDocument = {
    scenario: profile ? renderTags(profile.scenario, "environment").trim() : cleanText(draft.scenario, log),
    agents: finishAgents(input, ids, profile?.relationship ?? null),
    turns: draft.turns,
  };
  const rewards = [record.raw_rewards, record.rewards].find((value) => Array.isArray(value) && value.length === 2);
  const given = (rewards as unknown[] | undefined) ?? [];
  const rationales = parseRationales(textOf(record.reasoning), furtherDimensions(given));
  return {
    outcome: "ok",
    kind: "episode",
    shape: draft.shape,
    sourceId: input.sourceId,
    environmentSourceId: firstText(record, "environment", "environment_id"),
    agentSourceIds: ids,
    tag: textOf(record.tag ?? record.experiment_tag).trim(),
    ...models,
    document,
    relationship: profile?.relationship ?? null,
    codename: draft.codename ?? (profile?.codename || null),
    rewardsPromptMark: ownership.mark,
    rewardsPromptReason: ownership.reason,
    judgment: parseJudgment(given, models.environmentModel, rationales, log),
    endReason: rationales.endReason,
    raw: record,
    contentHash: input.contentHash,
    dialogueHash: context.hash(dialogueText(document)),
    repairs: log.repairs,
  };
}

import { renderTags } from "#lib/domain/scenarios/render-tags.ts";
import { agentFromContexts, type EpisodeDraft } from "./episode-draft.ts";
import { isJsonObject, type RepairLog, textOf } from "./fields.ts";
import { type MessagesProblem, type ReadMessages, readFlatMessages, readTurnMessages } from "./messages.ts";
import type { EpisodeShape, JsonObject } from "./parsed-row.ts";

function read(messages: readonly unknown[], log: RepairLog): ReadMessages | MessagesProblem {
  const texts = messages.filter((message) => typeof message === "string");
  return texts.length > 0 && texts.length === messages.length
    ? readFlatMessages(texts, log)
    : readTurnMessages(messages, log);
}

function toDraft(messages: ReadMessages, shape: EpisodeShape, log: RepairLog): EpisodeDraft {
  const [first, second] = messages.contexts;
  if (!first || !second) log.note("no-context", "The context that was given to an agent is missing from the messages.");
  return {
    shape,
    scenario: (first ?? second)?.scenario ?? "",
    agents: [
      agentFromContexts(messages.names[0], 0, first, second, log),
      agentFromContexts(messages.names[1], 1, second, first, log),
    ],
    turns: messages.turns,
    codename: null,
  };
}

/** Reads the messages of an EpisodeLog record, in turns or as a flat list. */
export function readEpisodeLog(messages: readonly unknown[], log: RepairLog): EpisodeDraft | MessagesProblem {
  const result = read(messages, log);
  if ("problem" in result) return result;
  return toDraft(result, typeof messages[0] === "string" ? "episode-log-flat" : "episode-log", log);
}

/**
 * Reads the Hugging Face shape, which has the messages and, beside them, scenario, biographies and goals with their
 * tags. Private contexts come from the messages; the tagged fields fill what those do not tell, and the scenario,
 * since only it holds what raters may see and agents may not.
 */
export function readHuggingFace(
  record: JsonObject,
  messages: readonly unknown[],
  log: RepairLog,
): EpisodeDraft | MessagesProblem {
  const result = read(messages, log);
  if ("problem" in result) return result;
  const draft = toDraft(result, "hugging-face", log);
  const goals = isJsonObject(record.social_goals) ? record.social_goals : {};
  draft.agents.forEach((agent, seat) => {
    if (agent.goal === "") agent.goal = renderTags(textOf(goals[agent.name]), `agent_${seat}`).trim();
  });
  draft.scenario = renderTags(textOf(record.scenario), "environment").trim() || draft.scenario;
  draft.codename = textOf(record.codename).trim() || null;
  return draft;
}

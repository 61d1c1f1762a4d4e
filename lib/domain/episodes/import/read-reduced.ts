import { renderTags } from "#lib/domain/scenarios/render-tags.ts";
import { splitSecret } from "#lib/domain/scenarios/visibility.ts";
import type { EpisodeAgent } from "../episode.ts";
import { type EpisodeDraft, ownSecret } from "./episode-draft.ts";
import { isJsonObject, type RepairLog, textOf } from "./fields.ts";
import type { MessagesProblem } from "./messages.ts";
import type { JsonObject } from "./parsed-row.ts";
import { parseSocialInteractions } from "./social-interactions.ts";

function toAgent(name: string, seat: 0 | 1, biography: unknown, goal: unknown, log: RepairLog): EpisodeAgent {
  const { background, secret } = splitSecret(renderTags(textOf(biography), "environment"), name);
  return {
    name,
    profileSourceId: null,
    background: background === "Unknown" ? "" : background,
    secret: ownSecret(secret ?? "", log),
    goal: renderTags(textOf(goal), `agent_${seat}`).trim(),
    seenByOther: null,
  };
}

/**
 * Reads the reduced Hugging Face shape: no messages, the dialogue is one text. Who sits where follows from the order
 * of the biographies.
 */
export function readReduced(record: JsonObject, log: RepairLog): EpisodeDraft | MessagesProblem {
  const biographies = isJsonObject(record.agents_background) ? record.agents_background : {};
  const goals = isJsonObject(record.social_goals) ? record.social_goals : {};
  const names = Object.keys(Object.keys(biographies).length > 0 ? biographies : goals);
  const [first, second] = names;
  if (names.length !== 2 || !first?.trim() || !second?.trim())
    return { problem: `It describes ${names.length} agents; an episode has two.` };
  return {
    shape: "hugging-face-reduced",
    scenario: renderTags(textOf(record.scenario), "environment").trim(),
    agents: [
      toAgent(first, 0, biographies[first], goals[first], log),
      toAgent(second, 1, biographies[second], goals[second], log),
    ],
    turns: parseSocialInteractions(textOf(record.social_interactions), [first, second], log),
    codename: textOf(record.codename).trim() || null,
  };
}

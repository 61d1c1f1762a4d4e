import { renderTags } from "#lib/domain/scenarios/render-tags.ts";
import type { Scenario } from "#lib/domain/scenarios/scenario.ts";
import type { EpisodeDocument, Turn } from "../episode.ts";
import { CONTEXT_HEADER } from "./context-text.ts";
import { createRepairLog } from "./fields.ts";
import { type LegacyTranscript, parseLegacyPrompt } from "./legacy-transcript.ts";
import type { RewardsPromptMark, RewardsPromptReason } from "./parsed-row.ts";

/** Whether a prompt is the record's own, and if not, or not surely, why. */
export type PromptOwnership = { mark: RewardsPromptMark; reason: RewardsPromptReason | null };

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
const PLAIN_ASCII = /^[\u0000-\u007f]*$/;

/** What is left of a text when only its words count: tags, quotes, dashes, blanks and case are spelled differently. */
function comparableText(text: string): string {
  const rendered = renderTags(text, "environment").replaceAll("\\'", "'");
  // The same for plain ASCII, which most texts are, without the tables of Unicode.
  if (PLAIN_ASCII.test(rendered))
    return rendered
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return rendered
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** True when a rendered scenario is the profile's, as its agents or as its raters read it. */
export function isScenarioOf(rendered: string, profile: Pick<Scenario, "scenario">): boolean {
  if (rendered === profile.scenario) return true;
  const seen = comparableText(rendered);
  const views = [profile.scenario, renderTags(profile.scenario, "agent_0"), renderTags(profile.scenario, "agent_1")];
  return views.some((view) => comparableText(view) === seen);
}

function foreign(code: RewardsPromptReason["code"], message: string): PromptOwnership {
  return { mark: "foreign", reason: { code, message } };
}

/** What a prompt that is no evaluator's prompt is; null for one that may be. */
function otherKind(prompt: string): PromptOwnership | null {
  const start = prompt
    .replace(/^\s*Prompt after formatting:\s*/, "")
    .trimStart()
    .slice(0, 400);
  if (/^Given the string that can ?not be parsed/i.test(start))
    return foreign(
      "repair-prompt",
      "The stored prompt asks a model to repair JSON; it is not this episode’s evaluation.",
    );
  if (/^Imagine (?:you are|that you are)/i.test(start))
    return foreign(
      "turn-prompt",
      "The stored prompt asks an agent for its next turn; it is not this episode’s evaluation.",
    );
  if (!prompt.includes(CONTEXT_HEADER))
    return foreign("unreadable", "The stored prompt is no evaluator’s prompt; it was not used.");
  return null;
}

/** True when two turns say or do the same. Mostly they are spelled alike, which is quick to see. */
function isSameTurn(one: Turn, other: Turn): boolean {
  if (one.agent !== other.agent || one.type !== other.type) return false;
  return one.text === other.text || comparableText(one.text) === comparableText(other.text);
}

/** Compares what was said and done, without silences. */
function isSameDialogue(prompt: readonly Turn[], own: readonly Turn[]): boolean {
  const [first, second] = [prompt, own].map((turns) => turns.filter((turn) => turn.type !== "none")) as [
    Turn[],
    Turn[],
  ];
  const shared = Math.min(first.length, second.length);
  // A prompt may stop early, never start elsewhere. One or two turns may be spelled differently.
  const equal = first.slice(0, shared).filter((turn, index) => isSameTurn(turn, second[index] as Turn)).length;
  return shared > 0 ? equal >= Math.ceil(shared * 0.8) : first.length === second.length;
}

/**
 * For a record that has its dialogue apart from the prompt: is the prompt this record's? In old logs it is the last
 * prompt that any episode of the run sent, so it is compared with the record's own agents, scenario and dialogue.
 */
export function promptOwnership(prompt: unknown, document: EpisodeDocument): PromptOwnership {
  if (typeof prompt !== "string" || prompt.trim() === "") return { mark: "absent", reason: null };
  const other = otherKind(prompt);
  if (other) return other;
  const read = parseLegacyPrompt(prompt, createRepairLog());
  if ("problem" in read) return foreign("unreadable", `The stored prompt cannot be read: ${read.problem}.`);
  const names = document.agents.map((agent) => agent.name);
  if (read.context.names[0] !== names[0] || read.context.names[1] !== names[1])
    return foreign(
      "other-agents",
      `The stored prompt is about ${read.context.names.join(" and ")}, not about this episode’s agents.`,
    );
  if (!isScenarioOf(read.context.scenario, { scenario: document.scenario }))
    return foreign("other-scenario", "The stored prompt describes another scenario than this episode’s.");
  if (!isSameDialogue(read.turns, document.turns))
    return foreign("other-dialogue", "The stored prompt holds another dialogue of the same agents and scenario.");
  return { mark: "matches", reason: null };
}

/**
 * For a study record, whose dialogue exists only inside the prompt: does it belong to the scenario that the record
 * names? The dialogue is kept either way; `foreign` means that record and text contradict each other.
 */
export function partialOwnership(read: LegacyTranscript, profile: Scenario | undefined): PromptOwnership {
  if (!profile) {
    const message = "The scenario’s profile is not known here, so nothing says whether the text belongs to it.";
    return { mark: "unverified", reason: { code: "no-profile", message } };
  }
  if (isScenarioOf(read.context.scenario, profile)) return { mark: "matches", reason: null };
  const named = profile.codename ? ` (“${profile.codename}”)` : "";
  return foreign("other-scenario", `The text describes another scenario than the one the record names${named}.`);
}

import type { AgentProfile } from "./agent-profile.ts";
import { agentDisplayName } from "./agent-profile.ts";
import { renderTags, type TagViewer } from "./render-tags.ts";
import type { Scenario } from "./scenario.ts";

const GENDER_WORDS: Record<string, string> = { Man: "male", Woman: "female", Nonbinary: "nonbinary" };
const UNKNOWN = "Unknown";

/** What anybody who has met the character knows: age, gender, occupation, pronouns, public information. */
function acquaintanceView(profile: AgentProfile): string {
  const person = `${profile.age ?? ""}-year-old ${GENDER_WORDS[profile.gender] ?? ""} ${profile.occupation.toLowerCase()}`;
  return `${agentDisplayName(profile)} is a ${person}. ${profile.genderPronoun} pronouns. ${profile.publicInfo} `;
}

/** What the character's friends know: the acquaintances' view and the personality. */
function friendView(profile: AgentProfile): string {
  return `${acquaintanceView(profile)}Personality and values description: ${profile.personalityAndValues} `;
}

/** A character's biography as the character itself, the raters and the judge read it: everything, secret included. */
export function ownBackground(profile: AgentProfile): string {
  return `${friendView(profile)}${profile.firstName}'s secrets: ${profile.secret}`;
}

/**
 * What the other agent may see of a character, by relationship 0 to 5 (SOTOPIA's rule): nothing of a stranger
 * (empty string), the name of somebody known by name, the acquaintances' view, and with the personality for
 * friends, partners and family. Never the secret, the relationship's name or the story behind it.
 */
export function backgroundSeenByOther(profile: AgentProfile, relationship: number): string {
  if (relationship <= 0) return "";
  if (relationship === 1) return `${agentDisplayName(profile)} `;
  return relationship === 2 ? acquaintanceView(profile) : friendView(profile);
}

/**
 * Splits a rendered biography at “First's secrets: ”. `secret` is null when the biography has no such part;
 * with `name` only that person's secret counts, and when the words occur twice the last one does.
 */
export function splitSecret(text: string, name?: string): { background: string; secret: string | null } {
  const firstName = name?.split(" ")[0] ?? "";
  for (const mark of [`${firstName}'s secrets: `, `${firstName}’s secrets: `, `${firstName}'s secrets:`]) {
    const at = text.lastIndexOf(mark);
    if (at < 0) continue;
    // Without a name, the word before the mark is the name.
    const start = firstName ? at : Math.max(text.lastIndexOf(" ", at), text.lastIndexOf("\n", at)) + 1;
    return { background: text.slice(0, Math.max(0, start)).trim(), secret: text.slice(at + mark.length).trim() };
  }
  return { background: text.trim(), secret: null };
}

/**
 * The same rule for a biography that exists only as rendered text (an export, an evaluator's prompt): cuts the full
 * text down to what the relationship shows. Null when the text is not in SOTOPIA's layout and cannot be cut safely.
 */
export function cutBackgroundForOther(background: string, name: string, relationship: number): string | null {
  if (relationship <= 0) return "";
  if (relationship === 1) return name;
  const withoutSecret = splitSecret(background).background;
  if (relationship >= 3) return withoutSecret;
  const personality = withoutSecret.indexOf("Personality and values description:");
  return personality < 0 ? null : withoutSecret.slice(0, personality).trim();
}

/** What a context text is built from: the scenario's profile and the two characters, seat 1 first. */
export type ContextParts = {
  scenario: Pick<Scenario, "scenario" | "agentGoals" | "relationship">;
  agents: readonly [AgentProfile, AgentProfile];
};

/** `omniscient` shows an agent everything the raters see; `lite` leaves all biographies out. */
export type ContextOptions = { omniscient?: boolean; lite?: boolean };

/** One biography line's text for a viewer; seats are 0-based here as in the tags. */
function backgroundFor(parts: ContextParts, seat: 0 | 1, viewer: TagViewer): string {
  const profile = parts.agents[seat];
  if (viewer === "environment" || viewer === `agent_${seat}`) return renderTags(ownBackground(profile), viewer);
  return renderTags(backgroundSeenByOther(profile, parts.scenario.relationship ?? 0), viewer) || UNKNOWN;
}

/** One goal line's text for a viewer: an agent knows its own goal alone. */
function goalFor(parts: ContextParts, seat: 0 | 1, viewer: TagViewer): string {
  if (viewer !== "environment" && viewer !== `agent_${seat}`) return UNKNOWN;
  return renderTags(parts.scenario.agentGoals[seat], viewer) || UNKNOWN;
}

/**
 * The context text that opens an episode, as one viewer reads it: SOTOPIA's lines in SOTOPIA's order, from “Here is
 * the context of this interaction:” to the second goal, without the closing “Conversation Starts:”.
 */
export function renderContext(parts: ContextParts, viewer: TagViewer, options: ContextOptions = {}): string {
  const reader: TagViewer = options.omniscient ? "environment" : viewer;
  const [first, second] = [agentDisplayName(parts.agents[0]), agentDisplayName(parts.agents[1])];
  const lines = [
    "Here is the context of this interaction:",
    `Scenario: ${renderTags(parts.scenario.scenario, reader)}`,
    `Participants: ${first} and ${second}`,
  ];
  if (!options.lite) {
    lines.push(`${first}'s background: ${backgroundFor(parts, 0, reader)}`);
    lines.push(`${second}'s background: ${backgroundFor(parts, 1, reader)}`);
  }
  lines.push(`${first}'s goal: ${goalFor(parts, 0, reader)}`, `${second}'s goal: ${goalFor(parts, 1, reader)}`);
  return lines.join("\n").replace(/\n\s+/g, "\n");
}

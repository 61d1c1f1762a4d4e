import type { AgentProfile } from "./agent-profile.ts";
import { agentDisplayName } from "./agent-profile.ts";

const GENDER_WORDS: Record<string, string> = { Man: "male", Woman: "female", Nonbinary: "nonbinary" };

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

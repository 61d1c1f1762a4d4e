import { cutBackgroundForOther } from "#lib/domain/scenarios/visibility.ts";
import type { EpisodeAgent, Turn } from "../episode.ts";
import { type ContextText, isNoText } from "./context-text.ts";
import type { RepairLog } from "./fields.ts";
import type { EpisodeShape } from "./parsed-row.ts";

/** An episode as one reader leaves it, before profiles are looked up and ratings are read. */
export type EpisodeDraft = {
  shape: EpisodeShape;
  scenario: string;
  agents: [EpisodeAgent, EpisodeAgent];
  turns: Turn[];
  codename: string | null;
};

/** Biographies written before 2023-09-09 say “42-year-old Woman Police Officer”; then strangers saw everything. */
const BEFORE_FIX = /-year-old (?:Man|Woman|Nonbinary) /;

/** What the other agent read about this one: the biography in the other's context, its secret too if it was there. */
function seenIn(context: ContextText | null, seat: 0 | 1): string | null {
  if (!context) return null;
  const leaked = context.secrets[seat];
  const firstName = context.names[seat].split(" ")[0];
  return leaked === "" ? context.backgrounds[seat] : `${context.backgrounds[seat]} ${firstName}'s secrets: ${leaked}`;
}

/** One agent out of the two contexts: its own tells what it is, the other's tells what the other could see. */
export function agentFromContexts(
  name: string,
  seat: 0 | 1,
  own: ContextText | null,
  others: ContextText | null,
  log: RepairLog,
): EpisodeAgent {
  const background = own?.backgrounds[seat] ?? "";
  if (BEFORE_FIX.test(background) || BEFORE_FIX.test(others?.backgrounds[seat] ?? ""))
    log.note(
      "background-before-fix",
      "The biographies are in the wording of before September 2023, when even strangers were shown the whole profile.",
    );
  return {
    name,
    profileSourceId: null,
    background,
    secret: ownSecret(own?.secrets[seat] ?? "", log),
    goal: own?.goals[seat] ?? "",
    seenByOther: seenIn(others, seat),
  };
}

/** A secret that says “None.” is no secret. */
export function ownSecret(secret: string, log: RepairLog): string {
  if (secret === "" || !isNoText(secret)) return secret;
  log.note("blank-text", `A secret read “${secret}”; it was taken as no secret.`);
  return "";
}

/**
 * Fills in what the other agent could see, from the relationship, where the source tells only the whole biography.
 * Left open (null) for biographies in the old wording, which were shown by other rules.
 */
export function fillSeenByOther(agent: EpisodeAgent, relationship: number | null): EpisodeAgent {
  if (agent.seenByOther !== null || relationship === null || agent.background === "") return agent;
  if (BEFORE_FIX.test(agent.background)) return agent;
  return { ...agent, seenByOther: cutBackgroundForOther(agent.background, agent.name, relationship) };
}

import type { ParsedEpisode } from "./import/parsed-row.ts";

/** A version of a record that is already kept. `variant` counts from 0 in the order of arrival. */
export type KnownVersion = { id: string; variant: number; contentHash: string; meaningHash: string };

/** What is to be done with a record that arrives. `met` is the version it equals or contradicts. */
export type ImportDecision =
  | { outcome: "accepted"; variant: 0 }
  | { outcome: "unchanged"; met: KnownVersion; isOtherSpelling: boolean }
  | { outcome: "conflict"; variant: number; met: KnownVersion };

/**
 * Decides about a record from the versions already kept under its source id. Equal content changes nothing; equal
 * meaning in another spelling changes nothing either; anything else is kept apart as the next variant.
 */
export function decideImport(
  known: readonly KnownVersion[],
  incoming: { contentHash: string; meaningHash: string },
): ImportDecision {
  const [first] = known;
  if (!first) return { outcome: "accepted", variant: 0 };
  const same = known.find((version) => version.contentHash === incoming.contentHash);
  if (same) return { outcome: "unchanged", met: same, isOtherSpelling: false };
  const alike = known.find((version) => version.meaningHash !== "" && version.meaningHash === incoming.meaningHash);
  if (alike) return { outcome: "unchanged", met: alike, isOtherSpelling: true };
  return { outcome: "conflict", variant: Math.max(...known.map((version) => version.variant)) + 1, met: first };
}

/** The agents' ids as the record states them, before any profile was looked at. */
function statedAgents(raw: unknown): unknown {
  const record = raw as { agents?: unknown; agent_ids?: unknown };
  return record.agents ?? record.agent_ids ?? null;
}

/**
 * What an episode means, whatever its spelling: who met where, under which tag and models, what was said and done,
 * and how it was rated. Two records with equal values here differ only in how their file writes them down. Nothing in
 * it depends on the profiles that happen to be known.
 */
export function episodeMeaning(episode: ParsedEpisode): unknown {
  return {
    scenario: episode.environmentSourceId,
    agents: statedAgents(episode.raw),
    names: episode.document.agents.map((agent) => agent.name),
    tag: episode.tag,
    models: [episode.environmentModel, ...episode.agentModels],
    dialogue: episode.dialogueHash,
    ratings: (episode.judgment?.ratings ?? [])
      .map((rating) => [rating.agent, rating.dimension, rating.score, rating.rationale.trim()])
      .map((rating) => ({ rating, text: JSON.stringify(rating) }))
      .sort((one, other) => (one.text < other.text ? -1 : 1))
      .map(({ rating }) => rating),
  };
}

import { AppError } from "#lib/domain/shared/errors.ts";
import { type Random, seededRandom, shuffled } from "#lib/domain/shared/random.ts";
import { MAX_STUDY_ITEMS } from "./design.ts";
import type { SampleSize, SamplingPlan, StratumReport } from "./sampling-plan.ts";

/** What a draw has to know of an episode. `sourceId` and `variant` give an order that every installation shares. */
export type Candidate = {
  episodeId: string;
  sourceId: string;
  variant: number;
  agent1Policy: string | null;
  agent2Policy: string | null;
  promptMark: string;
  conflictState: string | null;
};

/** One episode chosen, with the chance (0, 1] that the draw gave it. */
export type DrawnItem = { episodeId: string; stratum: string; inclusionProbability: number };

/**
 * The result of a draw. `strata` is empty unless the draw was stratified; `foreign` and `undecided` list the episodes left
 * out, each once.
 */
export type Draw = { items: DrawnItem[]; strata: StratumReport[]; foreign: string[]; undecided: string[] };

type NamedStrata = Extract<SamplingPlan, { kind: "strata" }>["strata"];

/** Stands in a stratum’s name for a policy that the source does not tell. */
const UNKNOWN_POLICY = "unknown policy";

/** The stratum of an episode: its two policies, whichever seats they have. */
export function policyStratum(episode: { agent1Policy: string | null; agent2Policy: string | null }): string {
  const pair = [episode.agent1Policy ?? UNKNOWN_POLICY, episode.agent2Policy ?? UNKNOWN_POLICY];
  return pair.sort(byCodePoint).join(" with ");
}

/**
 * Draws the items of a study from its candidates (for a list of ids: the episodes found, in the order of the list).
 * The same plan, seed and episodes give the same items in the same order on every machine.
 */
export function drawItems(plan: SamplingPlan, candidates: readonly Candidate[], seed: number): Draw {
  const groups = Map.groupBy(candidates, (candidate) => reasonToLeaveOut(plan, candidate) ?? "taken");
  const idsOf = (group: "foreign" | "undecided") => (groups.get(group) ?? []).map(({ episodeId }) => episodeId);
  const leftOut = { foreign: idsOf("foreign"), undecided: idsOf("undecided") };
  const frame = groups.get("taken") ?? [];
  if (plan.kind === "sample") {
    const { size } = plan;
    const strata = groupByStratum(frame, policyStratum);
    const counts = allocate(sizesOf(strata), size);
    return { ...drawSample(strata, counts, seed), ...leftOut };
  }
  if (plan.kind === "strata") {
    const strata = groupByStratum(frame, namedStrata(plan.strata));
    return { ...drawSample(strata, countsOf(plan.strata, strata), seed), ...leftOut };
  }
  const ordered = plan.kind === "ids" ? frame : inSharedOrder(frame);
  const items = ordered.map(({ episodeId }) => ({ episodeId, stratum: "", inclusionProbability: 1 }));
  return { items, strata: [], ...leftOut };
}

/** Throws `INVALID` for a draw that found nothing, or more than a study may hold. */
export function requireDrawSize(count: number): void {
  if (count === 0)
    throw new AppError(
      "INVALID",
      "No episode was found this way, so the study would be empty. Nothing was changed. Widen the choice of items.",
      {
        issues: [{ path: "plan", message: "No episode was found this way." }],
      },
    );
  if (count > MAX_STUDY_ITEMS)
    throw new AppError(
      "INVALID",
      `This would be ${count} items, and a study may hold ${MAX_STUDY_ITEMS}. Nothing was changed. Narrow the filter or draw a sample.`,
      {
        issues: [{ path: "plan", message: `At most ${MAX_STUDY_ITEMS} items.` }],
      },
    );
}

/** Why a draw passes over an episode: its prompt belongs to another one, or its content is not decided; null to take it. */
function reasonToLeaveOut(plan: SamplingPlan, candidate: Candidate): "foreign" | "undecided" | null {
  if (!plan.includeForeign && candidate.promptMark === "foreign") return "foreign";
  if (!plan.includeUndecided && candidate.conflictState === "open") return "undecided";
  return null;
}

/** Strata by name, each with the candidates in it. */
type Strata = readonly (readonly [stratum: string, members: Candidate[]])[];

function sizesOf(strata: Strata): number[] {
  return strata.map(([, members]) => members.length);
}

/** The stratum of each episode that a plan lists. */
function namedStrata(strata: NamedStrata): (candidate: Candidate) => string {
  const byEpisode = new Map(strata.flatMap(({ stratum, ids }) => ids.map((id) => [id, stratum] as const)));
  return ({ episodeId }) => byEpisode.get(episodeId) ?? "";
}

/** How many a plan wants of each stratum, never more than there are. */
function countsOf(named: NamedStrata, strata: Strata): number[] {
  const wanted = new Map(named.map(({ stratum, count }) => [stratum, count]));
  return strata.map(([stratum, members]) => Math.min(members.length, wanted.get(stratum) ?? 0));
}

function drawSample(strata: Strata, counts: readonly number[], seed: number): Pick<Draw, "items" | "strata"> {
  const random = seededRandom(seed);
  const items: DrawnItem[] = [];
  const reports = strata.map(([stratum, members], index): StratumReport => {
    const drawn = counts[index] ?? 0;
    const inclusionProbability = drawn / members.length;
    const chosen = shuffled(members, random).slice(0, drawn);
    items.push(...chosen.map(({ episodeId }) => ({ episodeId, stratum, inclusionProbability })));
    return { stratum, available: members.length, drawn, inclusionProbability };
  });
  return { items: shuffled(items, random), strata: reports };
}

function groupByStratum(
  frame: readonly Candidate[],
  stratumOf: (candidate: Candidate) => string,
): [string, Candidate[]][] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of inSharedOrder(frame)) {
    const stratum = stratumOf(candidate);
    const members = groups.get(stratum);
    if (members) members.push(candidate);
    else groups.set(stratum, [candidate]);
  }
  return [...groups].sort(([a], [b]) => byCodePoint(a, b));
}

/**
 * How many to draw from strata of these sizes, never more than a stratum has. A proportional share is rounded by
 * largest remainder, ties in the order of the strata; an equal share passes on what a small stratum cannot give.
 */
export function allocate(sizes: readonly number[], size: SampleSize): number[] {
  if (size.kind === "per-stratum") return sizes.map((available) => Math.min(available, size.count));
  const total = sizes.reduce((sum, available) => sum + available, 0);
  if (size.count >= total) return [...sizes];
  return size.allocation === "proportional" ? proportional(sizes, size.count, total) : equal(sizes, size.count);
}

function proportional(sizes: readonly number[], count: number, total: number): number[] {
  const exact = sizes.map((available) => (available * count) / total);
  const counts = exact.map(Math.floor);
  const missing = count - counts.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}

function equal(sizes: readonly number[], count: number): number[] {
  const counts = sizes.map(() => 0);
  let left = count;
  while (left > 0) {
    const open = sizes.flatMap((available, index) => ((counts[index] ?? 0) < available ? [index] : []));
    if (open.length === 0) break;
    const share = Math.max(1, Math.floor(left / open.length));
    for (const index of open) {
      const given = Math.min(share, left, (sizes[index] ?? 0) - (counts[index] ?? 0));
      counts[index] = (counts[index] ?? 0) + given;
      left -= given;
    }
  }
  return counts;
}

/** Keys that shuffle the items for assignment: one integer each, from the study’s seed and the item’s position. */
export function shuffleKeys(count: number, seed: number): number[] {
  const random: Random = seededRandom(seed ^ 0x5eed);
  return Array.from({ length: count }, () => random.int(0, 2_147_483_647));
}

function inSharedOrder(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => byCodePoint(a.sourceId, b.sourceId) || a.variant - b.variant);
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

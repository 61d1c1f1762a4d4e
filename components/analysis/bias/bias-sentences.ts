import { formatNumber, formatPercent } from "#components/ui/format.ts";
import type { DimensionBias } from "#lib/domain/analysis/findings/bias.ts";
import type { ClusterFacts, EndShares } from "#lib/domain/analysis/findings/common.ts";
import { listInWords } from "#lib/domain/analysis/words.ts";
import { reasonSentences, type UndefinedReason } from "#lib/domain/statistics/measured.ts";
import { estimateText } from "../frame/figure-cells.ts";

const SIGNED = { isSigned: true };
/** What a p-value has to fall below to be called significant by most readers. */
const LEVEL = 0.05;

/** What has to be said below the forest of one dimension; empty where nothing has. */
export function biasSentences(bias: DimensionBias, noun: ClusterFacts["noun"]): string[] {
  return [
    endsSentence(bias),
    unreachableSentence(bias, noun),
    twinSentence(bias),
    impossibleTwinSentence(bias),
    excludedSentence(bias),
  ].filter((sentence) => sentence !== null);
}

/** Where half of one side’s scores or more lie at an end of the scale, so that little bias is possible; null elsewhere. */
export function endsSentence({ policies }: DimensionBias): string | null {
  const most = (shares: readonly (EndShares | null)[]) =>
    Math.max(0, ...shares.map((share) => (share ? share.low + share.high : 0)));
  const [judge, people] = [most(policies.map((row) => row.judgeEnds)), most(policies.map((row) => row.humanEnds))];
  if (Math.max(judge, people) < 0.5) return null;
  return `At an end of this scale lie people’s mean on up to ${formatPercent(people)} of a policy’s cells and the judge’s score on up to ${formatPercent(judge)}: beyond an end nobody can go, so a small difference may be all that is possible here.`;
}

/** Which permutation tests could not reach 5 % whatever the data were; null where all could. */
export function unreachableSentence({ policies }: DimensionBias, noun: ClusterFacts["noun"]): string | null {
  const cannot = policies.flatMap(({ policy, bias, permutationP: p, smallestPermutationP: least }) =>
    p === null || least === null || least <= LEVEL || bias.reason === "zero_variance"
      ? []
      : [
          `${policy.label} cannot reach ${LEVEL} with ${movingClusters(least)} ${noun[movingClusters(least) === 1 ? 0 : 1]}, ${formatNumber(least, 3)} is the least`,
        ],
  );
  return cannot.length === 0 ? null : `Permutation p: ${listInWords(cannot)}. That is not the same as no bias.`;
}

/** The number of clusters with a difference that gives a test its least p, 2/2^G. */
function movingClusters(leastP: number): number {
  return Math.round(1 - Math.log2(leastP));
}

/** Which comparisons have no version that is adjusted for the slope, and why; null where all have one. */
function twinSentence({ differences }: DimensionBias): string | null {
  const without = differences.filter((row) => row.difference.value !== null && row.adjustedForNoise.value === null);
  const [first] = without;
  if (!first) return null;
  return `No hollow dot for ${listInWords(without.map(({ policy }) => policy.label))}: the slope of the judge cannot be corrected there${because(first.adjustedForNoise.reason)}.`;
}

/** Which adjusted versions no scores could give, since a reliability near 0 corrects a slope beyond all measure. */
function impossibleTwinSentence({ dimension: { min, max }, differences }: DimensionBias): string | null {
  const beyond = differences.filter(({ adjustedForNoise: { value } }) => value !== null && Math.abs(value) > max - min);
  if (beyond.length === 0) return null;
  const values = beyond.map(
    ({ policy, adjustedForNoise }) => `${policy.label} (${estimateText(adjustedForNoise, SIGNED)})`,
  );
  return `Impossible on this scale, so to be left aside: the hollow dot of ${listInWords(values)}. The slope is divided by people’s reliability, which is near 0 there.`;
}

function because(reason: UndefinedReason | null): string {
  return reason ? `, as ${reasonSentences[reason]}` : "";
}

/** How the numbers change when excluded ratings are counted; null where none are excluded. */
export function excludedSentence(bias: DimensionBias): string | null {
  const changed = bias.policies.filter((row) => row.withExcluded !== null);
  if (changed.length === 0) return null;
  const parts = changed.map((row) => `${row.policy.label} ${estimateText(row.withExcluded ?? row.bias, SIGNED)}`);
  const pairs = bias.differences.flatMap(({ policy, base, withExcluded }) =>
    withExcluded && withExcluded.value !== null
      ? [`${policy.label} − ${base.label} ${estimateText(withExcluded, SIGNED)}`]
      : [],
  );
  return `With excluded raters counted: ${[...parts, ...pairs].join("; ")}.`;
}

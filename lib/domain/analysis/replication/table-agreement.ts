import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { integerScale } from "#lib/domain/statistics/agreement-weights.ts";
import { gwetOfPatterns } from "#lib/domain/statistics/gwet-ac.ts";
import { itemPatterns } from "#lib/domain/statistics/item-patterns.ts";
import { alphaOfPatterns } from "#lib/domain/statistics/krippendorff-alpha.ts";
import { type Measured, measured, notDefined } from "#lib/domain/statistics/measured.ts";
import { pairwiseAgreementOfPatterns } from "#lib/domain/statistics/pairwise-agreement.ts";
import { patternBootstrap } from "#lib/domain/statistics/pattern-bootstrap.ts";
import { ratedItems } from "#lib/domain/statistics/rated-items.ts";
import { binarise, firstRatings, legacyAlpha, legacyKappa } from "#lib/domain/statistics/sotopia-legacy.ts";
import { clustersOfVariance, countVariedClusters } from "#lib/domain/statistics/varied-clusters.ts";
import { type Counting, countedRows } from "./agent-means.ts";
import {
  authorsLines,
  correctedCell,
  correctedLine,
  line,
  missingCell,
  publishedCell,
  recomputedCell,
} from "./cells.ts";
import { conditionOf } from "./conditions.ts";
import { finishTable } from "./finish-table.ts";
import type { StudyEpisode, StudyMaterial } from "./material.ts";
import { AGREEMENT_CONDITIONS, AGREEMENT_ITEMS, PUBLISHED_AGREEMENT } from "./published-tests.ts";
import type { ReplicationGroup, ReplicationTable } from "./replication.ts";
import { RESAMPLING } from "./resampling.ts";
import { DIMENSION_COLUMNS } from "./score-columns.ts";

const DIGITS = 4;
const CORRECTED_DIGITS = 2;
const NO_ITEMS = "no episode of these conditions with two ratings is among the files";

/** Table 8: do the raters agree? */
export function agreementTable({ episodes }: StudyMaterial): ReplicationTable {
  const names = AGREEMENT_CONDITIONS.map((id) => conditionOf(id).label).join(", ");
  return finishTable({
    id: "table-8",
    name: "Table 8",
    title: "Agreement of the two raters",
    columns: DIMENSION_COLUMNS,
    groups: [...authorsGroups(episodes), correctedGroup(episodes)],
    authorsWay: [
      `Both agents of the episodes of ${names}: ${AGREEMENT_ITEMS} items. The third row of an episode is left out.`,
      "Each score is divided by the largest absolute score observed on its dimension and rounded, halves to even, which leaves −1, 0 and 1: 5 of 10 becomes 0, 6 becomes 1.",
      "Pairwise agreement is the mean of 1 − |a − b|. Randolph’s kappa takes the number of values that happen to occur, two or three.",
      "Two rows of one person count as two raters.",
    ],
    corrected: [
      "All six conditions, scores as they were given on the whole scale, each person once per episode.",
      `95 % intervals from ${RESAMPLING.resamples.toLocaleString("en-US")} resamples of whole episodes, because both agents share one (seed ${RESAMPLING.seed}).`,
      "The high values of secret, social rules and money are the work of the binarisation, which makes nearly everything 0; alpha and AC2 say how far agreement goes beyond that.",
    ],
  });
}

/** The ratings of each agent of each episode on one dimension, and the episode's number as cluster. */
function unitsOf(episodes: readonly StudyEpisode[], place: number, counting: Counting) {
  const units = episodes.flatMap((episode) => {
    const rows = countedRows(episode, counting);
    return [0, 1].map((seat) => rows.map(({ scores }) => scores[seat]?.[place] as number));
  });
  return { units, clusters: units.map((_, item) => Math.floor(item / 2)) };
}

/** Pairwise agreement, Randolph's kappa and the script's alpha of one dimension. */
type AsAuthors = { agreement: Measured; randolph: Measured; alpha: Measured };

function asAuthors(episodes: readonly StudyEpisode[], place: number): AsAuthors {
  const { units } = unitsOf(episodes, place, "every-row");
  const binarised = binarise(firstRatings(units, 2));
  if (!binarised) {
    const none = notDefined(units.length === 0 ? "no_data" : "no_variation");
    return { agreement: none, randolph: none, alpha: none };
  }
  const alpha = legacyAlpha(binarised);
  const agreement = alpha.pairwiseAgreement;
  return {
    agreement: agreement === null ? notDefined("no_item_with_two_ratings") : measured(agreement),
    randolph: legacyKappa(binarised, 2).randolph,
    alpha: alpha.value === null ? notDefined(alpha.reason) : measured(alpha.value),
  };
}

function authorsGroups(all: readonly StudyEpisode[]): ReplicationGroup[] {
  const episodes = all.filter(({ condition }) => AGREEMENT_CONDITIONS.includes(condition));
  const results = DIMENSION_COLUMNS.map((_, place) => asAuthors(episodes, place));
  const isEmpty = !episodes.some(({ annotations }) => annotations.length > 1);
  const recomputed = (name: keyof AsAuthors, published: (place: number) => number | undefined) =>
    results.map((result, place) =>
      isEmpty ? missingCell(NO_ITEMS, DIGITS) : recomputedCell(result[name], published(place), DIGITS),
    );
  const groupOf = (name: "agreement" | "randolph", label: string): ReplicationGroup => ({
    key: name,
    label,
    lines: [
      ...authorsLines(
        PUBLISHED_AGREEMENT.map((figures) => publishedCell(figures[name], DIGITS)),
        recomputed(name, (place) => PUBLISHED_AGREEMENT[place]?.[name]),
      ),
    ],
  });
  const alpha = line(
    "recomputed",
    "Recomputed, not in the paper",
    recomputed("alpha", () => undefined),
  );
  return [
    groupOf("agreement", "Pairwise agreement, binarised"),
    groupOf("randolph", "Randolph’s kappa, binarised"),
    { key: "alpha", label: "Alpha of the authors’ script, binarised", lines: [alpha] },
  ];
}

function correctedGroup(episodes: readonly StudyEpisode[]): ReplicationGroup {
  const results = DIMENSION_COLUMNS.map((_, place) => corrected(episodes, place));
  const lineOf = (name: keyof ReturnType<typeof corrected>, label: string) =>
    correctedLine(
      label,
      results.map((result) => {
        const { estimate, interval, reason } = result[name];
        return correctedCell({ value: estimate.value, interval, reason: estimate.reason ?? reason }, CORRECTED_DIGITS);
      }),
    );
  return {
    key: "corrected",
    label: "Corrected: whole scale, all six conditions",
    lines: [
      lineOf("interval", "Krippendorff’s alpha, interval"),
      lineOf("ordinal", "Krippendorff’s alpha, ordinal"),
      lineOf("ac2", "Gwet’s AC2, quadratic"),
      lineOf("withinOne", "Share of pairs within 1 point"),
    ],
  };
}

function corrected(episodes: readonly StudyEpisode[], place: number) {
  const { units, clusters } = unitsOf(episodes, place, "each-person-once");
  const items = ratedItems(units, clusters);
  const patterns = itemPatterns(items);
  const varied = clustersOfVariance(patterns, countVariedClusters(items));
  const { min, max } = SOTOPIA_DIMENSIONS[place] as { min: number; max: number };
  return patternBootstrap(
    patterns,
    {
      interval: alphaOfPatterns(patterns, "interval"),
      ordinal: alphaOfPatterns(patterns, "ordinal"),
      ac2: gwetOfPatterns(patterns, integerScale(min, max), "quadratic"),
      withinOne: pairwiseAgreementOfPatterns(patterns, 1),
    },
    RESAMPLING,
    { interval: varied, ordinal: varied },
  );
}

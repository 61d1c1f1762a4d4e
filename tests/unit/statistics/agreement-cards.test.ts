import { describe, expect, it } from "vitest";
import { altTest, altTestAdvantageCard, altTestCard } from "#lib/domain/statistics/alt-test.ts";
import { leaveOneOutCard } from "#lib/domain/statistics/annotator-quality.ts";
import { cohenKappa, cohenKappaCard } from "#lib/domain/statistics/cohen-kappa.ts";
import { fleissKappa, fleissKappaCard } from "#lib/domain/statistics/fleiss-kappa.ts";
import { gwetAc, gwetAc2Card } from "#lib/domain/statistics/gwet-ac.ts";
import { icc, icc2Card } from "#lib/domain/statistics/icc.ts";
import { icc1Card, icc1kCard, oneWayIcc } from "#lib/domain/statistics/icc-one-way.ts";
import {
  krippendorffAlpha,
  krippendorffIntervalCard,
  krippendorffOrdinalCard,
} from "#lib/domain/statistics/krippendorff-alpha.ts";
import { leaveOneOut } from "#lib/domain/statistics/leave-one-out.ts";
import type { MeasureCard } from "#lib/domain/statistics/measure-card.ts";
import { pairwiseAgreement, pairwiseAgreementCard } from "#lib/domain/statistics/pairwise-agreement.ts";
import { percentWithin, percentWithinCard } from "#lib/domain/statistics/percent-within.ts";
import { randolphKappa, randolphKappaCard } from "#lib/domain/statistics/randolph-kappa.ts";
import { ratedItems } from "#lib/domain/statistics/rated-items.ts";
import { raterRows } from "#lib/domain/statistics/rater-rows.ts";
import { raterSeverity, raterSeverityCard } from "#lib/domain/statistics/rater-severity.ts";
import { raterSeverityModel, raterSeverityModelCard } from "#lib/domain/statistics/rater-severity-model.ts";
import { binarise, legacyAlpha, legacyAlphaCard } from "#lib/domain/statistics/sotopia-legacy.ts";

type Row = readonly [string, string, number];
type Duels = { humans: readonly Row[]; judge: readonly number[] };

const example = <Input>(card: MeasureCard<Input>, compute: (input: Input) => number | null | undefined) =>
  ({ card: card as MeasureCard, compute: compute as (input: unknown) => number | null | undefined }) as const;

const altTestOf = ({ humans, judge }: Duels) => {
  const rows = raterRows(humans);
  return altTest(rows, judge, Int32Array.from(rows.itemIds.keys()));
};

const EXAMPLES = [
  example(pairwiseAgreementCard, ({ units, within }) => pairwiseAgreement(ratedItems(units), within).value),
  example(percentWithinCard, ({ a, b, within }) => percentWithin(a, b, within).value),
  example(cohenKappaCard, ({ a, b, categories }) => cohenKappa(a, b, categories, "quadratic").value),
  example(fleissKappaCard, ({ units, categories }) => fleissKappa(ratedItems(units), categories).value),
  example(randolphKappaCard, ({ units, categories }) => randolphKappa(ratedItems(units), categories).value),
  example(gwetAc2Card, ({ units, categories }) => gwetAc(ratedItems(units), categories, "quadratic").value),
  example(krippendorffIntervalCard, (units) => krippendorffAlpha(ratedItems(units), "interval").value),
  example(krippendorffOrdinalCard, (units) => krippendorffAlpha(ratedItems(units), "ordinal").value),
  example(icc1Card, (units) => oneWayIcc(ratedItems(units)).icc1.value),
  example(icc1kCard, (units) => oneWayIcc(ratedItems(units)).icc1k.value),
  example(icc2Card, (matrix) => icc(matrix).icc2.value),
  example(legacyAlphaCard, (units) => legacyAlpha(binarise(units) ?? []).value),
  example(raterSeverityCard, (rows) => raterSeverity(raterRows(rows)).severity?.[0]?.value),
  example(raterSeverityModelCard, (rows) => raterSeverityModel(raterRows(rows)).model?.severity[0]?.value),
  example(leaveOneOutCard, (rows) => leaveOneOut(raterRows(rows), [0, 1])[0]?.bias.value),
  example(altTestCard, (duels) => altTestOf(duels).winningRate.value),
  example(altTestAdvantageCard, (duels) => altTestOf(duels).advantage.value),
];

describe("the worked example of each card", () => {
  it.each(EXAMPLES.map(({ card, compute }) => [card.name, card, compute] as const))("%s", (_, card, compute) => {
    const { input, value } = card.example;
    if (value === null) expect(compute(input)).toBeNull();
    else expect(compute(input)).toBeCloseTo(value, 9);
  });

  it("has names that are all different", () => {
    expect(new Set(EXAMPLES.map(({ card }) => card.id)).size).toBe(EXAMPLES.length);
  });
});

import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { GridFacet } from "#lib/domain/analysis/findings/grid.ts";
import { fieldRange } from "#lib/domain/analysis/grid-fields.ts";
import { listInWords } from "#lib/domain/analysis/words.ts";
import { reasonSentences } from "#lib/domain/statistics/measured.ts";

type Ends = Pick<AnalysisDimension, "min" | "max">;

/** A field in words: its value, or "1.625 to 1.875" where scores between the fields were rounded into it. */
export function fieldWords(centre: number, step: number, isRounded: boolean, ends: Ends): string {
  return (isRounded ? fieldRange(centre, step, ends) : [centre]).map(exact).join(" to ");
}

function exact(value: number): string {
  return String(Number(value.toFixed(3))).replace("-", "−");
}

/** Says for a caption how scores were rounded into fields; empty where all lie on them. */
export function roundingSentence(facets: readonly GridFacet[]): string {
  const step = facets[0]?.judgeHistogram.step ?? 1;
  const sides = [
    ...(facets.some(({ isRounded }) => isRounded.judge)
      ? [`the judge’s scores to the nearest ${stepWords(step)}`]
      : []),
    ...(facets.some(({ isRounded }) => isRounded.human) ? ["people’s means to the nearest half point"] : []),
  ];
  return sides.length > 0 ? `The fields round ${listInWords(sides)}.` : "";
}

function stepWords(step: number): string {
  if (step === 0.25) return "quarter point";
  return step === 0.5 ? "half point" : "whole point";
}

/** Why facets have no ceiling, each reason once: "No ceiling for BC and SR: …". */
export function ceilingSentences(facets: readonly GridFacet[], nameOf: (facet: GridFacet) => string): string[] {
  const without = facets.flatMap((facet) => (facet.ceilingReason ? [{ facet, reason: facet.ceilingReason }] : []));
  return [...Map.groupBy(without, ({ reason }) => reason)].map(
    ([reason, same]) =>
      `No ceiling for ${listInWords(same.map(({ facet }) => nameOf(facet)))}: ${reasonSentences[reason]}.`,
  );
}

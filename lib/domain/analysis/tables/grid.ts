import { CORRELATIONS, type CorrelationName } from "#lib/domain/statistics/pair-patterns.ts";
import { CORRELATION_WORDS } from "../correlation-words.ts";
import type { GridBin, GridFacet, GridFinding } from "../findings/grid.ts";
import { binRanges } from "../grid-fields.ts";
import { FEWEST_PAIRS, POOLED, TOO_FEW } from "../words.ts";
import { dimensionTable, type FindingTable, rowsOf } from "./finding-table.ts";
import { countColumn, estimateColumns, measuredColumn, numberColumn, POINTS, wordColumn } from "./table-columns.ts";

type GridPart = Pick<GridFinding, "confidence" | "byDimension">;
type BinRow = { dimension: string; facet: GridFacet; bin: GridBin; ranges: ReturnType<typeof binRanges> };

/** The name of a facet. */
export function facetName(facet: Pick<GridFacet, "policy">): string {
  return facet.policy?.label ?? POOLED;
}

/** How many cells lie in each field, per policy and over all, with the scores that it holds from and to. */
export function gridTable({ byDimension }: Pick<GridPart, "byDimension">): FindingTable {
  const rows: BinRow[] = rowsOf(byDimension, ({ dimension, facets, pooled }) =>
    [...facets, pooled].flatMap((facet) =>
      facet.bins.map((bin) => ({ facet, bin, ranges: binRanges(facet, bin, dimension) })),
    ),
  );
  const isForFiles = rows.every(({ facet: { isRounded } }) => !isRounded.judge && !isRounded.human);
  const exact = { ...POINTS, decimals: null };
  const end = (name: string, title: string, group: string, of: (row: BinRow) => number) =>
    numberColumn<BinRow>(name, title, of, { ...exact, group, isForFiles });
  const keyOf = ({ dimension, facet, bin }: BinRow) => `${dimension} ${facetName(facet)} ${bin.judge} ${bin.human}`;
  return dimensionTable({ name: "judge-by-human", title: "Fields of judge and people" }, rows, keyOf, [
    wordColumn("policy", "Policy", ({ facet }) => facetName(facet)),
    numberColumn("judge", "Judge", ({ bin }) => bin.judge, exact),
    end("judge_from", "from", "Judge", ({ ranges }) => ranges.judge[0]),
    end("judge_to", "to", "Judge", ({ ranges }) => ranges.judge[1]),
    numberColumn("human", "People, mean", ({ bin }) => bin.human, { ...POINTS, decimals: 1 }),
    end("human_from", "from", "People, mean", ({ ranges }) => ranges.human[0]),
    end("human_to", "to", "People, mean", ({ ranges }) => ranges.human[1]),
    countColumn("cells", "Cells", ({ bin }) => bin.count, { unit: "cells" }),
  ]);
}

/** How well the judge goes with people in each policy and in all together, with what a perfect judge could reach. */
export function orderTable({ confidence, byDimension }: GridPart): FindingTable {
  const rows = rowsOf(byDimension, ({ facets, pooled }) => [...facets, pooled].map((facet) => ({ facet })));
  const keyOf = (row: (typeof rows)[number]) => `${row.dimension} ${facetName(row.facet)}`;
  return dimensionTable({ name: "judge-by-human-order", title: "Correlation by policy" }, rows, keyOf, [
    wordColumn("policy", "Policy", ({ facet }) => facetName(facet)),
    ...CORRELATIONS.map((correlation) =>
      estimateColumns<(typeof rows)[number]>(
        correlation,
        titleOf(correlation),
        confidence,
        ({ facet }) => facet.correlations[correlation],
        { counts: correlation === "spearman" ? "shown" : "for-files" },
      ),
    ),
    measuredColumn("ceiling", "Ceiling", ({ facet }) => ceilingOf(facet)),
    wordColumn("remark", "Remark", ({ facet: { correlations, cells } }) =>
      correlations.spearman.value !== null && cells < FEWEST_PAIRS ? TOO_FEW : "",
    ),
  ]);
}

function titleOf(correlation: CorrelationName): string {
  const { name, sign } = CORRELATION_WORDS[correlation];
  return name.endsWith(sign) ? name : `${name} ${sign}`;
}

function ceilingOf({ ceiling, ceilingReason }: GridFacet) {
  return ceiling === null
    ? ({ value: null, reason: ceilingReason ?? "no_data" } as const)
    : ({ value: ceiling, reason: null } as const);
}

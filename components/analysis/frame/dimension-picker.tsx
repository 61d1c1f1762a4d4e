"use client";
import { useSearchParams } from "next/navigation";
import type { MouseEvent } from "react";
import { dimensionTextClass } from "#components/annotations/dimension-name.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import { DIMENSION_HUES } from "#lib/domain/dimensions/hues.ts";
import { chooseDimension, queryWithDimension, useChosenDimension } from "./chosen-dimension.ts";

/** The text colour of a dimension; custom ones have the ink. */
export function hueClass(hue: string): string {
  const known = DIMENSION_HUES.find((name) => name === hue);
  return known ? dimensionTextClass(known) : "text-ink";
}

/**
 * Chooses one dimension. The choice stands in the address, so that a link shows the same; changing it asks the server
 * for nothing, since a view holds all dimensions.
 */
export function DimensionPicker({ dimensions }: { dimensions: readonly AnalysisDimension[] }) {
  const chosen = useChosenDimension(dimensions);
  const search = useSearchParams();
  if (dimensions.length < 2) return null;
  const choose = (event: MouseEvent, key: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    chooseDimension(key);
  };
  return (
    <nav aria-label="Dimension" className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        {dimensions.map((dimension) => {
          const isChosen = dimension.key === chosen?.key;
          return (
            <li key={dimension.key}>
              <a
                href={queryWithDimension(search, dimension.key)}
                aria-current={isChosen ? "true" : undefined}
                onClick={(event) => choose(event, dimension.key)}
                className={classNames(
                  "flex h-[34px] items-center rounded-control border px-3 text-sm font-semibold",
                  hueClass(dimension.hue),
                  isChosen
                    ? "border-ink bg-surface ring-1 ring-ink ring-inset"
                    : "border-line bg-surface hover:bg-sunken",
                )}
              >
                {dimension.name}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

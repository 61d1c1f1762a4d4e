import { classNames } from "#components/ui/class-names.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { type DimensionHue, hueParts, type PaletteHue } from "#lib/domain/dimensions/hues.ts";

const TEXT: Record<PaletteHue, string> = {
  bel: "text-bel",
  rel: "text-rel",
  kno: "text-kno",
  sec: "text-sec",
  soc: "text-soc",
  fin: "text-fin",
  goal: "text-goal",
};

/** The line under a name whose colour another dimension has already. */
const REPEATED = "underline decoration-dotted decoration-2 underline-offset-4";

/** The classes of text in a dimension's hue; the name always stands beside it. */
export function dimensionTextClass(hue: DimensionHue): string {
  const { colour, isRepeated } = hueParts(hue);
  return classNames(TEXT[colour], isRepeated ? REPEATED : "no-underline");
}

/** A dimension's name in its own hue; `short` gives the column head (BEL) with the name on hover. */
export function DimensionName({
  dimension,
  short = false,
}: {
  dimension: Pick<Dimension, "name" | "symbol" | "hue">;
  short?: boolean;
}) {
  return short ? (
    <abbr title={dimension.name} className={`${dimensionTextClass(dimension.hue)} font-semibold`}>
      {dimension.symbol}
    </abbr>
  ) : (
    <span className={`${dimensionTextClass(dimension.hue)} font-semibold`}>{dimension.name}</span>
  );
}

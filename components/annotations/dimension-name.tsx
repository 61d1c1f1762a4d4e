import type { Dimension } from "#lib/domain/dimensions/dimension.ts";

const TEXT: Record<Dimension["hue"], string> = {
  bel: "text-bel",
  rel: "text-rel",
  kno: "text-kno",
  sec: "text-sec",
  soc: "text-soc",
  fin: "text-fin",
  goal: "text-goal",
};

/** The text colour class of a dimension; the name always stands beside it. */
export function dimensionTextClass(hue: Dimension["hue"]): string {
  return TEXT[hue];
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
    <abbr title={dimension.name} className={`${TEXT[dimension.hue]} font-semibold no-underline`}>
      {dimension.symbol}
    </abbr>
  ) : (
    <span className={`${TEXT[dimension.hue]} font-semibold`}>{dimension.name}</span>
  );
}

import type { AlphaLevel } from "#lib/domain/statistics/krippendorff-alpha.ts";

/**
 * Krippendorff's alpha as it is defined, over every pair of ratings and with the coincidence matrix written out: slow and
 * plain, to check the fast one against. Null where the expected disagreement is 0.
 */
export function agreementByDefinition(
  units: readonly (readonly (number | null)[])[],
  level: AlphaLevel,
): number | null {
  const pairable = units.map((unit) => unit.filter((score) => score !== null)).filter((unit) => unit.length > 1);
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b);
  const totals = values.map((value) => pairable.flat().filter((score) => score === value).length);
  const n = pairable.flat().length;
  const distance = (c: number, k: number): number => {
    if (level === "nominal") return c === k ? 0 : 1;
    if (level === "interval") return ((values[c] as number) - (values[k] as number)) ** 2;
    const [low, high] = c < k ? [c, k] : [k, c];
    const between = totals.slice(low, high + 1).reduce((sum, total) => sum + total, 0);
    return (between - ((totals[c] as number) + (totals[k] as number)) / 2) ** 2;
  };
  let observed = 0;
  for (const unit of pairable)
    for (const [i, a] of unit.entries())
      for (const [j, b] of unit.entries())
        if (i !== j) observed += distance(values.indexOf(a), values.indexOf(b)) / (unit.length - 1) / n;
  let expected = 0;
  for (const [c, ofC] of totals.entries())
    for (const [k, ofK] of totals.entries()) expected += (ofC * ofK * distance(c, k)) / (n * (n - 1));
  return expected > 0 ? 1 - observed / expected : null;
}

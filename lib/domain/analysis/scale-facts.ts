import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { AnalysisDimension } from "./columns.ts";

/**
 * A scale as views show it. A scale that is SOTOPIA's in key and range takes its name, symbol and direction from there;
 * any other keeps the name of its source and gets the first letters as its symbol.
 */
export function scaleFacts(
  scale: Pick<AnalysisDimension, "key" | "name" | "min" | "max" | "isWhole">,
): AnalysisDimension {
  const known = SOTOPIA_DIMENSIONS.find(
    ({ id, min, max }) => id === scale.key && min === scale.min && max === scale.max,
  );
  const { key, min, max, isWhole } = scale;
  if (known) {
    const { name, symbol, direction, hue } = known;
    return { key, name, symbol, min, max, isWhole, direction, hue };
  }
  const symbol = scale.key
    .replaceAll(/[^a-z0-9]/gi, "")
    .slice(0, 4)
    .toUpperCase();
  return { key, name: scale.name, symbol, min, max, isWhole, direction: "", hue: "bel" };
}

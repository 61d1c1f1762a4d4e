import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One known answer: an input, what independent programs computed from it, and how close is close enough. */
export type Vector = {
  name: string;
  input: { statistic: string };
  expected: Record<string, unknown>;
  tolerance: number | Record<string, number>;
};

/** By name of the statistic: calls our function with a vector's input and names the results as the vectors do. */
export type Adapters = Record<string, (input: never) => Record<string, unknown>>;

const FOLDER = join(import.meta.dirname, "../../vectors");

/** All vectors of the folder, in the order of their names. */
export function readVectors(): Vector[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Vector);
}

/**
 * Where `actual` leaves `expected`, as sentences; empty when it agrees. Only what is expected is compared. Numbers may
 * differ by the tolerance times max(1, |expected|); a tolerance named for a key holds for everything under that key.
 */
export function differences(actual: unknown, expected: unknown, tolerance: Vector["tolerance"], path = ""): string[] {
  if (typeof expected === "number") {
    const allowed = typeof tolerance === "number" ? tolerance : (tolerance.default ?? 1e-6);
    const close =
      typeof actual === "number" && Math.abs(actual - expected) <= allowed * Math.max(1, Math.abs(expected));
    return close ? [] : [`${path}: ${String(actual)} instead of ${expected}`];
  }
  if (expected === null || typeof expected !== "object")
    return actual === expected ? [] : [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
  if (actual === null || typeof actual !== "object") return [`${path}: ${JSON.stringify(actual)} instead of an object`];
  const lengths =
    Array.isArray(expected) && (actual as unknown[]).length !== expected.length ? [`${path}: another length`] : [];
  return Object.entries(expected).reduce((found, [key, value]) => {
    const own = typeof tolerance === "object" ? tolerance[key] : undefined;
    return found.concat(
      differences((actual as Record<string, unknown>)[key], value, own ?? tolerance, path ? `${path}.${key}` : key),
    );
  }, lengths);
}

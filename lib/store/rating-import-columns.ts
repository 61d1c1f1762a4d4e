import type { Column } from "./recordset.ts";

/** Columns of `rating_import_lines` that an import writes. */
export const LINES: readonly Column[] = [
  ["import_id", "text"],
  ["record", "int"],
  ["line", "int"],
  ["outcome", "text"],
  ["item_key", "text"],
  ["reason", "text"],
  ["excerpt", "text"],
];

/** Columns of `imported_raters` that an import writes. */
export const RATERS: readonly Column[] = [
  ["import_id", "text"],
  ["kind", "text"],
  ["rater_key", "text"],
  ["name", "text"],
  ["model", "text"],
  ["version", "text"],
  ["prompt", "text"],
  ["is_position", "boolean"],
];

/** Columns of `imported_units` that an import writes. */
export const UNITS: readonly Column[] = [
  ["import_id", "text"],
  ["item_key", "text"],
  ["agent", "smallint"],
  ["cluster_key", "text"],
  ["scenario_key", "text"],
  ["condition", "text"],
  ["policy", "text"],
  ["seat_role", "text"],
  ["shown_scenario", "text"],
  ["inclusion_probability", "float8"],
];

/** Columns of `imported_dimensions` that an import writes. */
export const DIMENSIONS: readonly Column[] = [
  ["import_id", "text"],
  ["position", "int"],
  ["key", "text"],
  ["name", "text"],
  ["min", "float8"],
  ["max", "float8"],
  ["is_whole", "boolean"],
];

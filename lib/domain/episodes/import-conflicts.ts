/** The kinds of record that can be in conflict with another one under their source id. */
export const CONFLICT_KINDS = ["episode", "scenario", "agent-profile", "relationship", "scenario-combo"] as const;
/** One of {@link CONFLICT_KINDS}. */
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/**
 * What can be done about a conflict on the page of an import: keep the version that came with its file, keep the one that
 * was here first, or take the decision back.
 */
export const CONFLICT_CHOICES = ["newer", "older", "undecided"] as const;
/** One of {@link CONFLICT_CHOICES}. */
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

/** Where a conflict stands: as a {@link ConflictChoice}, or with all versions or a third one kept. */
export type ConflictStanding = ConflictChoice | "all" | "another";

/** One thing in which two versions differ, both cut to where the difference begins. */
export type VersionDifference = { field: string; older: string; newer: string };

/** One conflict of an imported file. */
export type ImportConflict = {
  record: number;
  line: number;
  kind: ConflictKind;
  sourceId: string;
  standing: ConflictStanding;
  /** False once a study was launched that goes by the decision. */
  isReversible: boolean;
  /** Our ids of the version that was here first and of the one from this file. */
  olderId: string;
  newerId: string;
  differences: VersionDifference[];
};

/** How many conflicts of a file there are of each kind, and how many nobody has decided. */
export type ConflictCounts = Record<ConflictKind, { open: number; decided: number }>;

/** Characters of a value that are shown, and how many of them before the difference. */
const [SHOWN, BEFORE] = [160, 30];

/** In which fields two versions differ, in the order of the older one's fields. Field names as people read them. */
export function versionDifferences(
  older: Readonly<Record<string, unknown>>,
  newer: Readonly<Record<string, unknown>>,
): VersionDifference[] {
  const fields = [...new Set([...Object.keys(older), ...Object.keys(newer)])];
  return fields.flatMap((field) => {
    const [one, other] = [valueText(older[field]), valueText(newer[field])];
    if (one === other) return [];
    const from = Math.max(0, firstDifference(one, other) - BEFORE);
    return [{ field: field.replaceAll("_", " "), older: cut(one, from), newer: cut(other, from) }];
  });
}

/** A stored value as a person reads it; empty for none. */
function valueText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(valueText).join("; ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function cut(text: string, from: number): string {
  const start = text.length - from < SHOWN ? Math.max(0, text.length - SHOWN) : from;
  const end = start + SHOWN;
  return `${start > 0 ? "…" : ""}${text.slice(start, end).toWellFormed()}${end < text.length ? "…" : ""}`;
}

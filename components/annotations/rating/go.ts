/**
 * What the buttons of the rating form say about where to go next, as the value of the field `go`: a dimension, or one
 * of the pages around it, or that a score is to be cleared. Dimensions have a prefix, as a custom one may be called "review".
 */
export type Go =
  | { kind: "dimension"; id: string }
  | { kind: "clear"; agent: 1 | 2 }
  | { kind: "review" | "skip" | "guidelines" | "extend" | "stay" };

const PREFIX = "dimension:";

/** The value of `go` that leads to a dimension. */
export function goToDimension(id: string): string {
  return PREFIX + id;
}

/** Reads a value of `go`; anything unknown stays where it is. */
export function parseGo(value: string): Go {
  if (value.startsWith(PREFIX)) return { kind: "dimension", id: value.slice(PREFIX.length) };
  if (value === "clear-1" || value === "clear-2") return { kind: "clear", agent: value === "clear-1" ? 1 : 2 };
  if (value === "review" || value === "skip" || value === "guidelines" || value === "extend") return { kind: value };
  return { kind: "stay" };
}

const RESERVED = new Set(["review", "skip", "example"]);

/** A dimension's part of an address; ids that are names of pages get a prefix that no id can have. */
export function dimensionSegment(id: string): string {
  return RESERVED.has(id) ? `dimension-${id}` : id;
}

/** The dimension that a part of an address names. */
export function dimensionOfSegment(segment: string): string {
  return segment.replace(/^dimension-/, "");
}

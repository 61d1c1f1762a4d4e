import type { Place } from "#lib/domain/shared/place.ts";

/** One line of the palette: where it leads, and what kind of thing that is. */
export type PaletteEntry = { href: string; label: string; detail: string; kind: "page" | "action" | Place["kind"] };

/** A page or an action that is always offered, to those who may. */
export type FixedEntry = { href: string; label: string; kind: "page" | "action" };

/** The fixed entries whose words all begin like the words typed, in any order; all of them for an empty text. */
export function matchEntries(entries: readonly FixedEntry[], text: string): PaletteEntry[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (label: string) => {
    const words = label.toLowerCase().split(/\s+/);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  };
  return entries.filter(({ label }) => fits(label)).map((entry) => ({ ...entry, detail: "" }));
}

/** A place that was found, as a line of the palette. */
export function entryOfPlace({ kind, id, title, detail }: Place): PaletteEntry {
  return { kind, href: `/${kind === "study" ? "studies" : "episodes"}/${id}`, label: title, detail };
}

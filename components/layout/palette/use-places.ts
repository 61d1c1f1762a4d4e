import { useEffect, useState } from "react";
import type { Place } from "#lib/domain/shared/place.ts";
import { entryOfPlace, type PaletteEntry } from "./entries.ts";

/** Wait after the last letter before asking, in ms. */
const PAUSE_MS = 150;

/** What was found for a text, and whether an answer is still awaited or could not be had. */
export type FoundPlaces = { found: PaletteEntry[]; state: "idle" | "asking" | "failed" };

/** Asks for studies and episodes while somebody types; an answer that comes after the next letter is dropped. */
export function usePlaces(text: string): FoundPlaces {
  const [places, setPlaces] = useState<FoundPlaces>({ found: [], state: "idle" });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === "") return setPlaces({ found: [], state: "idle" });
    setPlaces((before) => ({ ...before, state: "asking" }));
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/v1/places?q=${encodeURIComponent(wanted)}`, { signal: stop.signal });
        if (!response.ok) throw new Error(String(response.status));
        const answer = (await response.json()) as { places: Place[] };
        setPlaces({ found: answer.places.map(entryOfPlace), state: "idle" });
      } catch {
        if (!stop.signal.aborted) setPlaces({ found: [], state: "failed" });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  return places;
}

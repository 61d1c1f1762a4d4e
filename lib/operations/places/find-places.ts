import { z } from "zod";
import type { Place } from "#lib/domain/shared/place.ts";
import { getDb } from "#lib/store/db.ts";
import { findEpisodesByWords, findStudiesByName } from "#lib/store/places.ts";
import { defineOperation } from "../define-operation.ts";

/** The most places of each kind in one answer. */
const LIMIT = 6;

/** Studies and episodes by name, for whoever wants to go there; nothing for an empty text. */
export const findPlaces = defineOperation({
  name: "places/find-places",
  permission: "episodes.read",
  input: z.object({ text: z.string().trim().max(200) }),
  deps: {},
  run: async (_actor, { text }): Promise<{ places: Place[] }> => {
    if (text === "") return { places: [] };
    const [studies, episodes] = await Promise.all([
      findStudiesByName(getDb(), text, LIMIT),
      findEpisodesByWords(getDb(), text, LIMIT),
    ]);
    return { places: [...studies, ...episodes] };
  },
});

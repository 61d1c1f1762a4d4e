import type { Adapters } from "../vector-files.ts";

/** How the vectors about agreement and raters are handed to the functions of the statistics room. */
export const agreement: Adapters = {};

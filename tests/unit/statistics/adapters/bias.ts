import type { Adapters } from "../vector-files.ts";

/** How the vectors about bias, association and inference are handed to the functions of the statistics room. */
export const bias: Adapters = {};

/** Up to this many ratings an answer is computed where it is asked for; beyond, in a thread. */
export const INLINE_RATINGS = 20_000;

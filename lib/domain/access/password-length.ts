/** Shortest password, in characters. Length is the only rule: composition rules make passwords worse. */
export const PASSWORD_MIN = 12;
/** Longest password, in characters; enough for any phrase, and a bound on the work of hashing it. */
export const PASSWORD_MAX = 256;

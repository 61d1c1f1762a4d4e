/** Letters and digits that cannot be mistaken for one another when a pseudonym is read aloud. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Shortest and longest tail of a pseudonym; longer ones come after the short ones are taken. */
const LENGTHS = [4, 4, 4, 5, 6, 8];

/** `length` letters and digits that can be read aloud, from the bytes of a hash. */
export function readableCode(bytes: Uint8Array, length: number): string {
  return Array.from({ length }, (_, at) => ALPHABET[(bytes[at % bytes.length] ?? 0) % ALPHABET.length]).join("");
}

/**
 * Pseudonyms for one person in one study, the one to prefer first: `A-7F3K`, then others in case it is taken.
 * `bytes` come from a keyed hash of study and person (at least 32), so the same person in another study gets unrelated ones.
 */
export function pseudonymCandidates(bytes: Uint8Array): string[] {
  let at = 0;
  return LENGTHS.map((length) => {
    const tail = Array.from({ length }, () => ALPHABET[(bytes[at++ % bytes.length] ?? 0) % ALPHABET.length]);
    return `A-${tail.join("")}`;
  });
}

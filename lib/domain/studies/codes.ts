/** Letters and digits that cannot be mistaken for one another when a code is read off a screen. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Characters in a completion code: 5 bits each, 50 bits together, beyond guessing. */
const CODE_LENGTH = 10;

/**
 * One completion code per outcome, all different. `randomByte` gives an unpredictable integer from 0 to 255
 * (`crypto` on the server); 256 is a multiple of the alphabet’s 32 letters, so every letter is equally likely.
 */
export function buildCompletionCodes<Outcome extends string>(
  outcomes: readonly Outcome[],
  randomByte: () => number,
): { outcome: Outcome; code: string }[] {
  const used = new Set<string>();
  return outcomes.map((outcome) => {
    let code = drawCode(randomByte);
    while (used.has(code)) code = drawCode(randomByte);
    used.add(code);
    return { outcome, code };
  });
}

function drawCode(randomByte: () => number): string {
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomByte() % ALPHABET.length]).join("");
}

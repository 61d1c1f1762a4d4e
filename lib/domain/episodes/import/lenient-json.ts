/** Python writes NaN and Infinity, which are no JSON; outside texts they become null. */
function withoutNaN(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) => (token.startsWith('"') ? token : "null"));
}

/**
 * Reads a JSON text, taking Python's NaN and Infinity as null, with a note where it did so.
 * @throws SyntaxError where the text is no JSON
 */
export function parseLeniently(text: string): { value: unknown; note: string | null } {
  try {
    return { value: JSON.parse(text), note: null };
  } catch (error) {
    if (!/NaN|Infinity/.test(text)) throw error;
    return {
      value: JSON.parse(withoutNaN(text)),
      note: "NaN or Infinity, which JSON does not have, were read as missing.",
    };
  }
}

/** True for a text that {@link parseLeniently} reads. */
export function isLenientJson(text: string): boolean {
  try {
    parseLeniently(text);
    return true;
  } catch {
    return false;
  }
}

/** The longest note on a personal link, in characters. */
export const MAX_LINK_LABEL = 80;

/** The note on a link for somebody who passed a pilot: that on their link there, and what the pilot calls them. */
export function linkLabel({ label, pseudonym }: { label: string; pseudonym: string }): string {
  const tail = `${pseudonym} in the pilot`;
  if (label === "") return tail;
  // A link that was made from an earlier pilot carries its tail already.
  const name = label.replace(/ \([^()]* in the pilot\)$/, "");
  return `${name.slice(0, MAX_LINK_LABEL - tail.length - 3)} (${tail})`;
}

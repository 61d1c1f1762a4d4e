/** The place after which a page of a list begins, from the address: a whole number from 0; 0 for anything else. */
export function placeInList(after: string | string[] | undefined): number {
  return typeof after === "string" && /^\d{1,9}$/.test(after) ? Number(after) : 0;
}

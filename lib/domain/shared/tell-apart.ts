/** One entry of a list to choose from. `hint` goes on where its name ends, and tells it from others of that name. */
export type NamedEntry = { id: string; name: string; hint: string };

/**
 * What each entry of a list is called, by id, so that no two are called alike: its name; with its hint where others have
 * that name; and with a number where they have the hint too, counted in the order of the list.
 */
export function tellApart(entries: readonly NamedEntry[]): Map<string, string> {
  const sizes = Map.groupBy(entries, ({ name }) => name);
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, name, hint } of entries) {
    const label = sizes.get(name)?.length === 1 ? name : `${name}${hint}`;
    let free = label;
    for (let number = 2; taken.has(free); number += 1) free = `${label} (${number})`;
    taken.add(free);
    labels.set(id, free);
  }
  return labels;
}

/** The longest name under which a policy is compared. */
export const LONGEST_LABEL = 60;

/** Start and end of a name that is too long: paths of checkpoints differ at their end. */
function shortened(name: string, between: string): string {
  const kept = LONGEST_LABEL - between.length;
  const end = Math.ceil(kept / 2);
  return name.slice(0, kept - end).trimEnd() + between + name.slice(-end).trimStart();
}

/**
 * What each policy is called before somebody names it: as the data call it, or shortened where that is too long. Each gets a
 * label of its own, as two of one label would count as one policy.
 */
export function proposedLabels(names: readonly string[]): Map<string, string> {
  const taken = new Set(names.filter((name) => name.length <= LONGEST_LABEL));
  const labels = new Map([...taken].map((name) => [name, name]));
  for (const name of names) {
    if (labels.has(name)) continue;
    let label = shortened(name, "…");
    for (let count = 2; taken.has(label); count += 1) label = shortened(name, `…${count}…`);
    taken.add(label);
    labels.set(name, label);
  }
  return labels;
}

/** A study or an episode that a search by name leads to: what it is called, and what tells it from its like. */
export type Place = { kind: "study" | "episode"; id: string; title: string; detail: string };

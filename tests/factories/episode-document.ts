import type { EpisodeDocument } from "#lib/domain/episodes/episode.ts";

/** An episode's document with four turns, made up for tests. */
export function makeEpisodeDocument(number = 1): EpisodeDocument {
  const agent = (name: string, other: string) => ({
    name,
    profileSourceId: `profile-${name}`,
    background: `${name} repairs boats at a harbour.`,
    secret: `${name} has not paid the rent for shed ${number}.`,
    goal: `Get ${other} to lend a hand on Sunday.`,
    seenByOther: null,
  });
  return {
    scenario: `Two neighbours meet at pier ${number}.`,
    agents: [agent("Ada Holt", "Ben Marsh"), agent("Ben Marsh", "Ada Holt")],
    turns: [
      { number: 1, agent: 1, type: "speak", text: "Morning. The tide is early today." },
      { number: 2, agent: 2, type: "non-verbal communication", text: "nods and keeps coiling the rope" },
      { number: 3, agent: 1, type: "action", text: "hands over a coffee" },
      { number: 4, agent: 2, type: "leave", text: "" },
    ],
  };
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { episodeDocumentSchema } from "#lib/domain/episodes/episode.ts";
import { readStoredDocument } from "#lib/domain/episodes/stored-document.ts";
import { makeEpisodeDocument } from "#tests/factories/episode-document.ts";

const KNOWN = { scenario: "Two neighbours meet.", names: ["Ada Holt", "Ben Marsh"] } as const;
const whole = makeEpisodeDocument();

describe("a stored document", () => {
  it("comes out as it is where it is whole", () => {
    expect(readStoredDocument(whole, KNOWN)).toEqual({ document: whole, damage: null });
  });

  it("keeps what can be read beside what cannot, which is named", () => {
    const [first, second, third, fourth] = whole.turns;
    const turns = [first, { ...second, text: 5 }, third, fourth];
    const agents = [{ ...whole.agents[0], goal: null }, whole.agents[1]];
    const read = readStoredDocument({ ...whole, agents, turns }, KNOWN);
    expect(read.damage).toBe("agents 1 goal: A text is expected. turns 2 text: A text is expected.");
    expect(read.document).toEqual({
      scenario: whole.scenario,
      agents: [{ ...whole.agents[0], goal: "" }, whole.agents[1]],
      turns: [first, third, fourth],
    });
  });

  it("takes names and scenario from what is known of the episode, and counts places beyond the third", () => {
    const { document, damage } = readStoredDocument({ turns: 7 }, KNOWN);
    expect([document.scenario, ...document.agents.map(({ name }) => name)]).toEqual([KNOWN.scenario, ...KNOWN.names]);
    expect(damage).toBe("scenario: A text is expected. agents: A list is expected. turns: A list is expected.");
    expect(readStoredDocument(null, KNOWN).damage).toBe("the whole: An object is expected.");
    const many = readStoredDocument({ ...whole, turns: [1, 2, 3, 4, 5] }, KNOWN);
    expect(many.damage).toMatch(/^turns 1: .+ turns 3: An object is expected\. 2 more places are wrong\.$/);
  });

  it("of whatever kind gives a document that fits, and says so where it was none", () => {
    const part = fc.oneof(fc.jsonValue(), fc.constantFrom(whole.agents, whole.turns, whole.agents[0], whole.turns[0]));
    const stored = fc.oneof(
      fc.jsonValue(),
      fc.record({ scenario: part, agents: part, turns: part }),
      fc.constant(whole),
    );
    fc.assert(
      fc.property(stored, (value) => {
        const { document, damage } = readStoredDocument(value, KNOWN);
        expect(episodeDocumentSchema.parse(document)).toEqual(document);
        expect(damage === null).toBe(episodeDocumentSchema.safeParse(value).success);
      }),
    );
  });
});

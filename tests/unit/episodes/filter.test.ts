import { describe, expect, it } from "vitest";
import { filterWords } from "#components/episodes/filter-words.ts";
import { episodeQuery, isEmptyFilter, parseEpisodeFilter, parseEpisodePage } from "#lib/domain/episodes/filter.ts";
import { searchQuery } from "#lib/store/episode-filter.ts";

describe("the filter in the address", () => {
  const filter = {
    search: "two words",
    policy: "a/b c",
    partner: "d",
    scenario: "s",
    scenarioId: "id",
    tag: "t&u=1",
    sourceFile: "f.jsonl",
    importId: "i",
    hard: "only",
    rated: "both",
    turnsFrom: 0,
    turnsTo: 12,
    conflict: "open",
    prompt: "foreign",
    demo: "hide",
  } as const;

  it("comes back as it was written, every condition of it", () => {
    const query = episodeQuery(filter, { sort: "turns-most", after: "9~x" });
    const read = Object.fromEntries(query);
    expect(parseEpisodeFilter(read)).toEqual(filter);
    expect(parseEpisodePage(read)).toEqual({ sort: "turns-most", after: "9~x", before: undefined });
  });

  it("leaves out what does not parse, and takes the first of repeated values", () => {
    const read = parseEpisodeFilter({
      turnsFrom: "many",
      hard: "maybe",
      tag: ["one", "two"],
      policy: " ",
      rated: "judge",
    });
    expect(read).toEqual({ tag: "one", rated: "judge" });
    expect(parseEpisodePage({ sort: "sideways" }).sort).toBe("newest");
  });

  it("is empty without conditions, and then has no words and no parameters", () => {
    expect(isEmptyFilter(parseEpisodeFilter({ unknown: "x", sort: "oldest" }))).toBe(true);
    expect(filterWords({})).toBe("");
    expect(episodeQuery({}, { sort: "newest" }).toString()).toBe("");
  });

  it("says every condition in words", () => {
    const words = filterWords(filter);
    for (const part of [
      "two words",
      "a/b c and d",
      "hard set",
      "by a judge and by people",
      "0 to 12 turns",
      "f.jsonl",
    ]) {
      expect(words).toContain(part);
    }
  });
});

describe("a search", () => {
  it("looks for beginnings of all its words", () => {
    expect(searchQuery("Ada  quill")).toBe("'ada':* & 'quill':*");
  });

  it("keeps names with apostrophes and tags with slashes whole", () => {
    expect(searchQuery("O'Malley")).toBe("'o''malley':*");
    expect(searchQuery("lab/model-7b_v0.1")).toBe("'lab/model-7b_v0.1':*");
  });

  it("cannot speak the query language of the database", () => {
    expect(searchQuery("a & !b | (c) <-> 'd':*")).toBe("'a':* & 'b':* & 'c':* & 'd':*");
    expect(searchQuery("\\' :* &")).toBeNull();
    expect(searchQuery("!!! ???")).toBeNull();
  });

  it("takes a limited number of words", () => {
    expect(searchQuery("w ".repeat(100))?.split(" & ")).toHaveLength(12);
  });
});

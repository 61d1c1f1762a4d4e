import { beforeEach } from "vitest";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { makePerson, type UserActor } from "#tests/factories/people.ts";
import type { MadeRating } from "#tests/factories/rating-columns.ts";
import { type MadeImportItem, makeRatingImport } from "#tests/factories/rating-import.ts";

/** Judge and two people on both agents of six episodes; the judge adds more for the trained policy. */
export const EPISODES = [
  { item: "E1", policy: "base", judge: [5, 6], people: [5, 6, 5, 5] },
  { item: "E2", policy: "base", judge: [7, 4], people: [6, 7, 5, 3] },
  { item: "E3", policy: "base", judge: [3, 8], people: [3, 2, 8, 7] },
  { item: "E4", policy: "BC+SR", judge: [8, 9], people: [6, 7, 8, 6] },
  { item: "E5", policy: "BC+SR", judge: [7, 7], people: [5, 5, 6, 7] },
  { item: "E6", policy: "BC+SR", judge: [9, 6], people: [8, 6, 4, 5] },
] as const;

export const RATINGS: MadeRating[] = EPISODES.flatMap(({ item, judge, people }) => [
  ...[1, 2].map((agent) => ({ item, agent, rater: "judge-4", score: judge[agent - 1] as number })),
  ...[0, 1, 2, 3].map((place) => ({
    item,
    agent: place < 2 ? 1 : 2,
    rater: place % 2 === 0 ? "ann" : "ben",
    score: people[place] as number,
  })),
]);
export const ITEMS: Record<string, MadeImportItem> = Object.fromEntries(
  EPISODES.map(({ item, policy }) => [item, { policies: [policy, policy] as [string, string] }]),
);
export const JUDGE = "judge:judge-4";

/** A researcher with those ratings imported, and the way to ask about them. Call it in each test file, at the top. */
export function withJudgedEpisodes() {
  let researcher: UserActor;
  let made: Awaited<ReturnType<typeof makeRatingImport>>;
  beforeEach(async () => {
    researcher = (await makePerson("researcher")).actor;
    made = await makeRatingImport(RATINGS, { items: ITEMS, createdById: researcher.userId });
  });
  const question = (more = {}) => ({
    importIds: [made.importId],
    judges: [JUDGE],
    policies: ["base", "BC+SR"].map((name) => ({ label: name, names: [name] })),
    resamples: 200,
    ...more,
  });
  return {
    get researcher() {
      return researcher;
    },
    get importId() {
      return made.importId;
    },
    get raterIds() {
      return made.raterIds;
    },
    question,
    create: (more = {}) => createAnalysis(researcher, { name: "Does it overrate?", question: question(more) }),
  };
}

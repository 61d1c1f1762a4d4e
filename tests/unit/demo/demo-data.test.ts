import { describe, expect, it } from "vitest";
import { annotationIssues } from "#lib/domain/annotations/completeness.ts";
import { isInScale } from "#lib/domain/dimensions/scale.ts";
import {
  SOTOPIA_DIMENSION_IDS,
  SOTOPIA_DIMENSIONS,
  sotopiaDimension,
} from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { ACTION_TYPES, episodeDocumentSchema } from "#lib/domain/episodes/episode.ts";
import { agentProfileSchema } from "#lib/domain/scenarios/agent-profile.ts";
import { relationshipProfileSchema } from "#lib/domain/scenarios/relationship.ts";
import { scenarioSchema } from "#lib/domain/scenarios/scenario.ts";
import {
  DEMO_AGENT_PROFILES,
  DEMO_ANNOTATIONS,
  DEMO_COMBOS,
  DEMO_EPISODES,
  DEMO_RELATIONSHIPS,
  DEMO_SCENARIOS,
  DEMO_SETTINGS,
  DEMO_STUDIES,
} from "#prisma/seeds/demo/index.ts";
import type { DemoRating } from "#prisma/seeds/demo/types.ts";

const ids = <T extends { sourceId: string }>(rows: readonly T[]) => rows.map((row) => row.sourceId);
const episode = (id: string) => DEMO_EPISODES.find((one) => one.sourceId === id)!;
const study = (id: string) => DEMO_STUDIES.find((one) => one.id === id)!;
const keys = (ratings: readonly DemoRating[]) =>
  new Set(ratings.map((rating) => `${rating.dimensionId} ${rating.agent}`));

/** The mean of numbers, for comparing the two policies. */
function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

describe("the demo's material", () => {
  it("has enough of everything, with different ids", () => {
    expect(new Set(ids(DEMO_AGENT_PROFILES)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(ids(DEMO_SCENARIOS)).size).toBe(10);
    expect(DEMO_SCENARIOS.filter((scenario) => scenario.isHard)).toHaveLength(3);
    expect(ids(DEMO_EPISODES)).toEqual(
      Array.from({ length: 24 }, (_, index) => `demo-episode-${String(index + 1).padStart(2, "0")}`),
    );
  });

  it.each(DEMO_AGENT_PROFILES)("describes $firstName $lastName in every field", (profile) => {
    expect(agentProfileSchema.parse(profile)).toEqual(profile);
    for (const [field, value] of Object.entries(profile)) {
      expect(Array.isArray(value) ? value.length : String(value).length, field).toBeGreaterThan(0);
    }
    expect(profile.age).toBeGreaterThanOrEqual(18);
  });

  it("seats in every scenario a pair whose relationship is the scenario's", () => {
    for (const relationship of DEMO_RELATIONSHIPS) relationshipProfileSchema.parse(relationship);
    for (const scenario of DEMO_SCENARIOS) expect(scenarioSchema.safeParse(scenario).success).toBe(true);
    expect(DEMO_COMBOS.map((combo) => combo.scenarioSourceId)).toEqual(ids(DEMO_SCENARIOS));
    for (const setting of DEMO_SETTINGS) {
      const scenario = DEMO_SCENARIOS.find((one) => one.sourceId === setting.scenarioSourceId)!;
      const pair = DEMO_RELATIONSHIPS.find((one) => one.agentSourceIds.join() === setting.agentSourceIds.join())!;
      expect(pair.relationship, setting.id).toBe(scenario.relationship);
      for (const id of setting.agentSourceIds) expect(ids(DEMO_AGENT_PROFILES)).toContain(id);
    }
  });
});

describe("the demo's episodes", () => {
  it.each(DEMO_EPISODES)("$sourceId is a whole episode of 8 to 16 turns with both speakers", ({ document }) => {
    expect(episodeDocumentSchema.parse(document)).toEqual(document);
    expect(document.turns.length).toBeGreaterThanOrEqual(8);
    expect(document.turns.length).toBeLessThanOrEqual(16);
    for (const seat of [1, 2]) {
      expect(document.turns.some((turn) => turn.agent === seat && turn.type === "speak")).toBe(true);
      expect(document.agents[seat - 1]!.name).toMatch(/^\S+ \S+$/);
      expect(document.agents[seat - 1]!.secret).not.toBe("");
    }
    for (const turn of document.turns) expect(turn.text === "").toBe(turn.type === "leave" || turn.type === "none");
  });

  it("ends when somebody has left", () => {
    for (const { sourceId, document } of DEMO_EPISODES) {
      const left = document.turns.findIndex((turn) => turn.type === "leave");
      if (left >= 0) expect(document.turns.slice(left + 1), sourceId).toEqual([]);
    }
  });

  it("shows every action type", () => {
    const types = new Set(DEMO_EPISODES.flatMap((one) => one.document.turns.map((turn) => turn.type)));
    expect([...types].sort()).toEqual([...ACTION_TYPES].sort());
  });

  it("seats each policy first in half of its twelve episodes", () => {
    for (const policy of ["demo-steady-1", "demo-hasty-1"]) {
      const own = DEMO_EPISODES.filter((one) => one.policies.includes(policy));
      expect(own).toHaveLength(12);
      expect(own.filter((one) => one.policies[0] === policy)).toHaveLength(6);
    }
  });

  it("never shows one agent's secret or goal to the other", () => {
    for (const { document } of DEMO_EPISODES) {
      for (const agent of document.agents) {
        expect(agent.background).not.toContain(agent.secret);
        expect(agent.seenByOther).not.toContain(agent.secret);
        expect(agent.seenByOther).not.toContain(agent.goal);
      }
    }
  });
});

describe("the demo's ratings", () => {
  const all = [
    ...DEMO_EPISODES.flatMap((one) => one.judgment.ratings),
    ...DEMO_ANNOTATIONS.flatMap((annotation) => annotation.ratings),
  ];

  it("are on their scales, with rationales of 30 characters or more that never repeat", () => {
    for (const rating of all) {
      expect(isInScale(rating.score, sotopiaDimension(rating.dimensionId)!), rating.rationale).toBe(true);
      expect(rating.rationale.length, rating.rationale).toBeGreaterThanOrEqual(30);
    }
    const seen = new Map<string, number>();
    for (const { rationale } of all) seen.set(rationale, (seen.get(rationale) ?? 0) + 1);
    expect([...seen].filter(([, count]) => count > 1)).toEqual([]);
  });

  it("are complete for every judgment and every submitted annotation", () => {
    for (const one of DEMO_EPISODES) expect(keys(one.judgment.ratings).size, one.sourceId).toBe(14);
    for (const annotation of DEMO_ANNOTATIONS) {
      const complete = annotation.state === "submitted" ? 14 : 7;
      expect(annotation.ratings).toHaveLength(complete);
      expect(keys(annotation.ratings).size).toBe(complete);
    }
  });

  it("point to turns that exist", () => {
    for (const annotation of DEMO_ANNOTATIONS) {
      const { turns } = episode(annotation.episodeSourceId).document;
      for (const rating of annotation.ratings) {
        expect(rating.evidence.length, rating.rationale).toBeGreaterThan(0);
        expect(new Set(rating.evidence).size).toBe(rating.evidence.length);
        for (const turn of rating.evidence) expect(turns[turn - 1]?.number, rating.rationale).toBe(turn);
      }
    }
  });

  it("could have been submitted through the form", () => {
    for (const annotation of DEMO_ANNOTATIONS) {
      const { agents, turns } = episode(annotation.episodeSourceId).document;
      const ratings = annotation.ratings.map(({ dimensionId, ...rating }) => ({ ...rating, dimension: dimensionId }));
      const frame = {
        dimensions: SOTOPIA_DIMENSIONS,
        agentNames: [agents[0].name, agents[1].name] as const,
        turnCount: turns.length,
      };
      const issues = annotationIssues(ratings, frame);
      expect(issues.length === 0, JSON.stringify(issues[0])).toBe(annotation.state === "submitted");
    }
  });

  it("keep the judge kinder to the steadier policy's goals than people are, and the policies apart", () => {
    const goals = (policy: string, pick: "judge" | "people") =>
      DEMO_EPISODES.filter((one) => one.policies.includes(policy)).flatMap((one) => {
        const seat = one.policies.indexOf(policy) + 1;
        const rated = DEMO_ANNOTATIONS.filter((annotation) => annotation.episodeSourceId === one.sourceId);
        const people = rated.flatMap((annotation) => annotation.ratings);
        // Only episodes that people rated, so that both look at the same ones.
        const ratings = pick === "people" || people.length === 0 ? people : one.judgment.ratings;
        return ratings
          .filter((rating) => rating.dimensionId === "goal" && rating.agent === seat)
          .map((one) => one.score);
      });
    expect(mean(goals("demo-steady-1", "people"))).toBeGreaterThan(mean(goals("demo-hasty-1", "people")) + 3);
    expect(mean(goals("demo-steady-1", "judge"))).toBeGreaterThan(mean(goals("demo-steady-1", "people")) + 0.5);
  });
});

describe("the demo's studies", () => {
  it("finish the first with three annotations for each of eight items", () => {
    const finished = study("demo-study-01");
    expect(finished.episodeSourceIds).toHaveLength(8);
    for (const id of finished.episodeSourceIds) {
      const rated = DEMO_ANNOTATIONS.filter((one) => one.studyId === finished.id && one.episodeSourceId === id);
      expect(new Set(rated.map((one) => one.annotatorId))).toEqual(new Set(finished.annotators.map((one) => one.id)));
    }
  });

  it("leave the second half done: twelve items, ten submitted, one draft", () => {
    const half = study("demo-study-02");
    expect(half.episodeSourceIds).toHaveLength(12);
    const states = DEMO_ANNOTATIONS.filter((one) => one.studyId === half.id).map((one) => one.state);
    expect(states.filter((state) => state === "submitted")).toHaveLength(10);
    expect(states.filter((state) => state === "draft")).toHaveLength(1);
  });

  it("name only known studies, items, annotators, and give nobody an item twice", () => {
    const pairs = DEMO_ANNOTATIONS.map((one) => `${one.studyId} ${one.annotatorId} ${one.episodeSourceId}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const one of DEMO_ANNOTATIONS) {
      expect(study(one.studyId).episodeSourceIds).toContain(one.episodeSourceId);
      expect(study(one.studyId).annotators.map((annotator) => annotator.id)).toContain(one.annotatorId);
    }
    for (const one of DEMO_STUDIES) for (const id of one.episodeSourceIds) expect(ids(DEMO_EPISODES)).toContain(id);
  });

  it("number each annotator's items from 1 and let them follow each other in time", () => {
    for (const annotator of DEMO_STUDIES.flatMap((one) => one.annotators)) {
      const own = DEMO_ANNOTATIONS.filter((one) => one.annotatorId === annotator.id);
      expect(own[0]!.startedMinutes).toBeGreaterThan(annotator.arrivedMinutes);
      expect(own.map((one) => one.sequence)).toEqual(own.map((_, index) => index + 1));
      own.slice(1).forEach((one, index) => {
        const worked = own[index]!.activeSeconds.reduce((sum, seconds) => sum + seconds, 0) / 60;
        expect(one.startedMinutes).toBeGreaterThan(own[index]!.startedMinutes + worked);
      });
      const { launchedDaysAgo, closedDaysAgo } = study(own[0]!.studyId);
      const end = (launchedDaysAgo - (closedDaysAgo ?? 0)) * 24 * 60;
      expect(
        own.at(-1)!.startedMinutes + own.at(-1)!.activeSeconds.reduce((sum, one) => sum + one, 0) / 60,
      ).toBeLessThan(end);
      for (const one of own) expect(one.activeSeconds).toHaveLength(SOTOPIA_DIMENSION_IDS.length);
    }
  });
});

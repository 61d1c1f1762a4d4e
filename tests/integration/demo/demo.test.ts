import { describe, expect, it } from "vitest";
import { systemActor } from "#lib/domain/access/actor.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { getView } from "#lib/operations/analysis/findings/get-view.ts";
import { removeDemo } from "#lib/operations/demo/remove-demo.ts";
import { getOverview } from "#lib/operations/home/get-overview.ts";
import { createStudy } from "#lib/operations/studies/create-study.ts";
import { seedIfEmpty } from "#prisma/seed.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();
const actor = systemActor("test");

describe("the demo", () => {
  it("fills an empty database once, with counters that agree with the rows", async () => {
    expect(await seedIfEmpty()).toBe(true);
    expect(await seedIfEmpty()).toBe(false);
    const { db } = database;
    expect(await db.agentProfile.count({ where: { isDemo: true } })).toBeGreaterThanOrEqual(12);
    expect(await db.scenario.count({ where: { isDemo: true } })).toBeGreaterThanOrEqual(10);
    expect(await db.episode.count({ where: { isDemo: true } })).toBe(24);
    const studies = await db.study.findMany({
      orderBy: { createdAt: "asc" },
      include: { items: { include: { slots: true } } },
    });
    expect(studies.map((study) => study.state)).toEqual(["closed", "running"]);
    for (const item of studies.flatMap((study) => study.items)) {
      expect(item.filledCount).toBe(item.slots.filter((slot) => slot.state !== "open").length);
      expect(item.submittedCount).toBe(item.slots.filter((slot) => slot.state === "filled").length);
    }
    const finished = studies[0]?.items ?? [];
    expect(finished.every((item) => item.submittedCount === 3)).toBe(true);
    const analysis = await db.analysis.findFirstOrThrow({ where: { isDemo: true } });
    const { finding } = await getView(actor, { analysisId: analysis.id, view: "bias" });
    expect(finding.empty).toBeNull();
    expect(finding.policies.map(({ label }) => label)).toEqual(["hasty", "steady"]);
    expect(finding.counts.pairedCells).toBeGreaterThan(0);
  });

  it("is seeded anew when a start was killed in the middle of it", async () => {
    await seedIfEmpty();
    await database.db.$executeRaw`TRUNCATE audit_entries`;
    expect(await seedIfEmpty()).toBe(true);
    expect(await database.db.study.count()).toBe(2);
    expect(await database.db.episode.count()).toBe(24);
  });

  it("goes in one step, leaves nothing marked as demo, and does not come back", async () => {
    await seedIfEmpty();
    expect(await removeDemo(actor, {})).toEqual({ studies: 2, episodes: 24, keptEpisodes: 0 });
    const { db } = database;
    for (const count of [
      await db.episode.count(),
      await db.study.count(),
      await db.annotator.count(),
      await db.annotation.count(),
      await db.rating.count(),
      await db.judge.count(),
      await db.judgment.count(),
      await db.agentProfile.count(),
      await db.scenario.count(),
      await db.relationshipProfile.count(),
      await db.analysis.count(),
    ])
      expect(count).toBe(0);
    expect(await seedIfEmpty()).toBe(false);
    expect((await getOverview(actor, {})).hasDemo).toBe(false);
  });

  it("keeps the demo episodes that a study of one's own uses, and says how many", async () => {
    await seedIfEmpty();
    const design = {
      name: "Mine",
      guidelinesVersion: "1",
      consentText: getGuidelines("1").consentText.body,
      dimensions: [...SOTOPIA_DIMENSIONS],
    };
    const { studyId } = await createStudy(actor, { design, plan: { kind: "ids", ids: ["demo-episode-01"] } });
    expect(await removeDemo(actor, {})).toEqual({ studies: 2, episodes: 23, keptEpisodes: 1 });
    expect(await database.db.studyItem.count({ where: { studyId } })).toBe(1);
    // What people rated went with the demo studies, so nothing counts it any more.
    expect(await database.db.episode.findMany()).toMatchObject([{ annotationCount: 0 }]);
  });
});

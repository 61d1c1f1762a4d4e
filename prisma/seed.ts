import { createHash, randomUUID } from "node:crypto";
import { systemActor } from "#lib/domain/access/actor.ts";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { closeStudy } from "#lib/operations/studies/close-study.ts";
import { createStudy } from "#lib/operations/studies/create-study.ts";
import { launchStudy } from "#lib/operations/studies/launch-study.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { getDb } from "#lib/store/db.ts";
import { deleteDemo } from "#lib/store/demo.ts";
import { DEMO_STUDIES } from "./seeds/demo/index.ts";
import { insertDemoAnalysis } from "./seeds/insert-analysis.ts";
import { insertDemoAnnotations } from "./seeds/insert-annotations.ts";
import { insertDemoMaterial } from "./seeds/insert-material.ts";

const DAY_MS = 86_400_000;
const ACTOR = systemActor("seed");

/**
 * Fills an empty database with the demo: characters, scenarios, episodes with a judge, one study finished and one half
 * done, an analysis of both. Does nothing where there is data or where the demo was removed. What a killed seed left behind is replaced.
 */
export async function seedIfEmpty(now = new Date()): Promise<boolean> {
  const db = getDb();
  const told = await db.auditEntry.findFirst({ where: { action: { in: ["demo.seed", "demo.remove"] } } });
  const own =
    (await db.episode.findFirst({ where: { isDemo: false }, select: { id: true } })) ??
    (await db.study.findFirst({ where: { isDemo: false, name: { notIn: DEMO_STUDIES.map((study) => study.name) } } }));
  if (told || own) return false;
  await db.$transaction(async (tx) => {
    await tx.study.updateMany({ where: { launchedAt: null }, data: { isDemo: true } });
    await deleteDemo(tx);
  });
  await insertDemoMaterial(hash);
  for (const study of DEMO_STUDIES) await insertDemoStudy(study, now);
  await insertDemoAnalysis(ACTOR, now);
  await recordAudit(db, { actor: ACTOR, action: "demo.seed", subjectKind: "demo", subjectId: "demo" });
  return true;
}

/** SHA-256 in hexadecimal, as imports store it. */
function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Makes one demo study in the way a researcher does, in the past, and puts its annotations in. */
async function insertDemoStudy(demo: (typeof DEMO_STUDIES)[number], now: Date): Promise<void> {
  const launchedAt = new Date(now.getTime() - demo.launchedDaysAgo * DAY_MS);
  const clock = { now: () => launchedAt };
  const design = {
    name: demo.name,
    kind: "official" as const,
    annotationsPerItem: demo.annotationsPerItem,
    itemsPerAnnotator: demo.itemsPerAnnotator,
    minutesPerItem: demo.minutesPerItem,
    guidelinesVersion: "1",
    consentText: getGuidelines("1").consentText.body,
    contact: "the demo team",
    dimensions: [...SOTOPIA_DIMENSIONS],
  };
  const plan = { kind: "ids" as const, ids: demo.episodeSourceIds };
  const { studyId } = await createStudy(ACTOR, { design, plan }, clock);
  await getDb().study.update({ where: { id: studyId }, data: { isDemo: true, createdAt: launchedAt } });
  await launchStudy(ACTOR, { studyId }, clock);
  await insertDemoAnnotations({ studyId, demo, launchedAt, newId: randomUUID });
  if (demo.closedDaysAgo === null) return;
  const closedAt = new Date(now.getTime() - demo.closedDaysAgo * DAY_MS);
  await closeStudy(ACTOR, { studyId }, { now: () => closedAt });
}

import { randomUUID } from "node:crypto";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { CODED_OUTCOMES } from "#lib/domain/studies/outcomes.ts";
import { getDb } from "#lib/store/db.ts";
import type { Prisma } from "#lib/store/generated/client.ts";
import { makeEpisodeDocument } from "./episode-document.ts";

/** What a test wants of a study; everything else is filled in. */
export type StudyWish = {
  items?: number;
  annotationsPerItem?: number;
  itemsPerAnnotator?: number;
  dimensions?: readonly Dimension[];
  state?: "draft" | "running" | "paused" | "closed";
  /** Columns of the study as they are. */
  columns?: Partial<Prisma.StudyUncheckedCreateInput>;
};

/** A study as a test needs it: ids and tokens. Items are in their order. */
export type MadeStudy = {
  studyId: string;
  entryToken: string;
  itemIds: string[];
  episodeIds: string[];
  dimensions: readonly Dimension[];
  codes: Record<string, string>;
};

/** Adds `count` episodes with telltale policies, judge and source, which a blind view must never show. */
export async function makeEpisodes(count: number): Promise<string[]> {
  const documents = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    document: makeEpisodeDocument(index + 1),
  }));
  await getDb().episode.createMany({
    data: documents.map(({ id, document }, index) => ({
      id,
      sourceId: `telltale-source-${id}`,
      contentHash: id,
      shape: "episode-log",
      codename: "telltale-codename",
      scenarioText: document.scenario,
      agent1Name: document.agents[0].name,
      agent2Name: document.agents[1].name,
      agent1Policy: "telltale-policy-one",
      agent2Policy: "telltale-policy-two",
      environmentModel: "telltale-model",
      tag: "telltale-tag",
      turnCount: document.turns.length,
      sourceLine: index + 1,
    })),
  });
  await getDb().episodeRecord.createMany({
    data: documents.map(({ id, document }) => ({
      episodeId: id,
      document,
      raw: new TextEncoder().encode('{"telltale":"raw"}'),
    })),
  });
  return documents.map(({ id }) => id);
}

/** Makes a study with items, slots, scales and codes, launched unless a draft is wished for. */
export async function makeStudy(wish: StudyWish = {}): Promise<MadeStudy> {
  const {
    items = 3,
    annotationsPerItem = 2,
    itemsPerAnnotator = 2,
    dimensions = SOTOPIA_DIMENSIONS,
    state = "running",
  } = wish;
  const studyId = randomUUID();
  const entryToken = randomUUID();
  const codes = Object.fromEntries(
    CODED_OUTCOMES.map((outcome) => [outcome, `CODE-${outcome}-${studyId.slice(0, 8)}`]),
  );
  const episodeIds = await makeEpisodes(items);
  await getDb().study.create({
    data: {
      id: studyId,
      entryToken,
      name: "Harbour talk",
      annotationsPerItem,
      itemsPerAnnotator,
      consentText: "Agree to be asked about {contact}.",
      panelKind: "prolific",
      ...wish.columns,
      dimensions: { create: dimensions.map(({ id, ...scale }, position) => ({ ...scale, dimension: id, position })) },
      codes: { create: CODED_OUTCOMES.map((outcome) => ({ outcome, code: codes[outcome] as string })) },
    },
  });
  const itemIds = episodeIds.map(() => randomUUID());
  await getDb().studyItem.createMany({
    data: itemIds.map((id, index) => ({
      id,
      studyId,
      episodeId: episodeIds[index] as string,
      position: index + 1,
      shuffleKey: (index * 1_640_531_527 + 12_345) % 2_147_483_647,
    })),
  });
  if (state !== "draft") await launch(studyId, itemIds, annotationsPerItem, state);
  return { studyId, entryToken, itemIds, episodeIds, dimensions, codes };
}

async function launch(
  studyId: string,
  itemIds: string[],
  annotationsPerItem: number,
  state: "running" | "paused" | "closed",
) {
  const slots = itemIds.flatMap((studyItemId) =>
    Array.from({ length: annotationsPerItem }, (_, index) => ({ studyId, studyItemId, index })),
  );
  await getDb().slot.createMany({ data: slots });
  await getDb().study.update({ where: { id: studyId }, data: { state, launchedAt: new Date() } });
}

/** A 24-digit id as Prolific gives them, the same for the same number. */
export function prolificId(number: number): string {
  return number.toString(16).padStart(24, "0");
}

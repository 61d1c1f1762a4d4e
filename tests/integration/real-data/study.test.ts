import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import type { AnnotatorActor } from "#lib/domain/access/annotator-actor.ts";
import { CURRENT_GUIDELINES_VERSION } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { saveDraft } from "#lib/operations/annotations/save-draft.ts";
import { submitAnnotation } from "#lib/operations/annotations/submit-annotation.ts";
import { openStudyExport } from "#lib/operations/exports/open-study-export.ts";
import { createStudy } from "#lib/operations/studies/create-study.ts";
import { getStudyProgress } from "#lib/operations/studies/get-study-progress.ts";
import { launchStudy } from "#lib/operations/studies/launch-study.ts";
import { claimNextItem } from "#lib/operations/visits/claim-next-item.ts";
import { enterStudy } from "#lib/operations/visits/enter-study.ts";
import { prolificId } from "#tests/factories/study.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { withSettings } from "#tests/support/settings.ts";
import { csvOf, hasSharedData, idsOf, importShared, SKIP_NOTE, SYSTEM, temporaryDataDir } from "./shared-files.ts";

const RATED = "episodes/sotopia-pi_human-study-rated.partial.jsonl";
const CONDITIONS = ["BC", "BC+SR", "SR", "gpt4", "mistral-instruct", "gpt3.5"];
const ITEMS_PER_ANNOTATOR = 4;
const LONG = 240_000;

/** The published human ratings of the 110 episodes: two rows each, by id. */
function publishedRatings(): Map<string, Record<string, string>[]> {
  const byId = new Map<string, Record<string, string>[]>();
  for (const condition of CONDITIONS)
    for (const row of csvOf(`human/sotopia-pi-official/${condition}_final.csv`)) {
      const id = row.pk ?? "";
      byId.set(id, [...(byId.get(id) ?? []), row]);
    }
  return byId;
}

/** One published row as the ratings of one annotator; a mark makes every rationale one of its own. */
function toRatings(row: Record<string, string>): RatingDraft[] {
  return SOTOPIA_DIMENSIONS.flatMap(({ id }) =>
    ([1, 2] as const).map((agent) => ({
      agent,
      dimension: id,
      score: Number(row[`${id}_${agent}`]),
      rationale: `${row[`${id}_reasoning_${agent}`]} [${id}, agent ${agent}]`,
      evidence: [],
    })),
  );
}

/** What must come out of the export for a rating: item, agent, dimension, score and rationale in one text. */
function fingerprint(id: string, rating: Pick<RatingDraft, "agent" | "dimension" | "score" | "rationale">): string {
  return [id, rating.agent, rating.dimension, rating.score, rating.rationale.trim()].join(" | ");
}

withSettings({ DATA_DIR: temporaryDataDir() });

describe.skipIf(!hasSharedData)(`the 110 rated episodes as a study of two annotations each${SKIP_NOTE}`, () => {
  const database = withTestDatabase({ reset: "file" });
  let studyId = "";
  let entryToken = "";
  const given: string[] = [];

  test("its items are the 110 episodes, and it has 220 places", async () => {
    await importShared("profiles/agent_profiles.jsonl");
    await importShared("profiles/environment_profiles.jsonl");
    await importShared(RATED);
    const made = await createStudy(SYSTEM, {
      design: {
        name: "The 110 again",
        annotationsPerItem: 2,
        itemsPerAnnotator: ITEMS_PER_ANNOTATOR,
        guidelinesVersion: CURRENT_GUIDELINES_VERSION,
        consentText: "You read conversations and rate them. You may stop at any moment. Your answers are kept.",
        contact: "lab@example.org",
        panelKind: "prolific",
        panelStudyId: prolificId(7),
        dimensions: [...SOTOPIA_DIMENSIONS],
      },
      plan: { kind: "ids", ids: idsOf(RATED), includeForeign: true },
    });
    expect(made).toMatchObject({ itemCount: 110, unknownIds: [], foreignLeftOut: 0 });
    studyId = made.studyId;
    await launchStudy(SYSTEM, { studyId });
    expect(await database.db.slot.count({ where: { studyId, state: "open" } })).toBe(220);
    entryToken = (await database.db.study.findUniqueOrThrow({ where: { id: studyId } })).entryToken;
    const { progress } = await getStudyProgress(SYSTEM, { studyId });
    expect(progress.items.total).toBe(110);
    expect(progress.annotations.wanted).toBe(220);
  });

  async function enter(number: number): Promise<AnnotatorActor> {
    const panel = {
      participantId: prolificId(number),
      panelStudyId: prolificId(7),
      sessionId: prolificId(900 + number),
    };
    const visit = await enterStudy(ANONYMOUS, { entryToken, panel, device: "desktop" });
    await database.db.annotator.update({
      where: { id: visit.annotatorId },
      data: { stage: "rating", consentedAt: new Date() },
    });
    return { kind: "annotator", annotatorId: visit.annotatorId, studyId, visitId: visit.visitId };
  }

  test("55 people of four items each fill every place once, with the published ratings", {
    timeout: LONG,
  }, async () => {
    const left = publishedRatings();
    expect([...left.values()].map((rows) => rows.length)).toEqual(Array(110).fill(2));
    for (let number = 1; number <= 55; number += 1) {
      const actor = await enter(number);
      for (let turn = 1; turn <= ITEMS_PER_ANNOTATOR; turn += 1) {
        const next = await claimNextItem(actor, {});
        if ("ended" in next) throw new Error(`Person ${number} got no item ${turn}: ${next.ended}`);
        const { assignmentId } = next;
        const { studyItem } = await database.db.assignment.findUniqueOrThrow({
          where: { id: assignmentId },
          include: { studyItem: { include: { episode: true } } },
        });
        const row = left.get(studyItem.episode.sourceId)?.pop();
        if (!row) throw new Error(`${studyItem.episode.sourceId} was given out more than twice.`);
        const changes = toRatings(row);
        given.push(...changes.map((rating) => fingerprint(studyItem.episode.sourceId, rating)));
        const { revision } = await saveDraft(actor, { assignmentId, revision: 0, changes });
        const done = await submitAnnotation(actor, { assignmentId, revision, submissionKey: `key-of-${assignmentId}` });
        expect(done.ended).toBe(turn === ITEMS_PER_ANNOTATOR ? "completed" : null);
      }
    }
    expect([...left.values()].flat()).toEqual([]);
    expect(await claimNextItem(await enter(56), {})).toEqual({ ended: "no_item_left" });
    const { progress } = await getStudyProgress(SYSTEM, { studyId });
    expect(progress.annotations).toMatchObject({ wanted: 220, submitted: 220 });
  });

  test("the export holds these 3,080 ratings and no other", { timeout: LONG }, async () => {
    const { content } = await openStudyExport(SYSTEM, { studyId, format: "csv-long" });
    const parts: Uint8Array[] = [];
    for await (const chunk of content) parts.push(chunk);
    const rows = parse(Buffer.concat(parts), { columns: true }) as Record<string, string>[];
    const got = rows.map((row) =>
      fingerprint(row.episode ?? "", {
        agent: Number(row.agent) as 1 | 2,
        dimension: row.dimension ?? "",
        score: Number(row.score),
        rationale: (row.rationale ?? "").replace(/^'(?=[=+\-@\t\r])/, ""),
      }),
    );
    expect(got).toHaveLength(220 * 14);
    expect(got.sort()).toEqual(given.sort());
  });
});

import { afterEach, describe, expect, test, vi } from "vitest";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { computeView } from "#lib/operations/analysis/engine/compute-view.ts";
import { stopThread } from "#lib/operations/analysis/engine/thread-client.ts";
import { makeRatingImport } from "#tests/factories/rating-import.ts";
import { withTestDatabase } from "#tests/support/database.ts";

withTestDatabase();
afterEach(stopThread);

/** Every view in the thread, whole. */
const IN_THREAD = { inlineRatings: 0, patienceMs: 60_000 };

/** How many requests the thread has not answered yet. */
function waitingRequests(): number {
  const holder = globalThis as { analysisThread?: { waiting: Map<number, unknown> } };
  return holder.analysisThread?.waiting.size ?? 0;
}

async function aQuestion(seed: number) {
  const { importId } = await makeRatingImport(
    ["E1", "E2", "E3", "E4"].flatMap((item, i) => [
      { item, rater: "judge-4", score: 6 + (i % 3) },
      { item, rater: "ann", score: 4 + i },
      { item, rater: "ben", score: 5 + (i % 2) },
    ]),
  );
  return analysisQuestionSchema.parse({ importIds: [importId], judges: ["judge:judge-4"], resamples: 200, seed });
}

describe("the analysis thread", () => {
  test("answers several views asked at once, and the same again from what was kept", async () => {
    const question = await aQuestion(31);
    const views = ["bias", "agreement", "grid", "lines"] as const;
    const found = await Promise.all(views.map((view) => computeView(question, view, IN_THREAD)));
    expect(found.map(({ finding }) => finding.view)).toEqual(views);
    expect(found.every(({ isPending }) => !isPending)).toBe(true);
    await stopThread();
    const [again] = await Promise.all([computeView(question, "agreement", IN_THREAD)]);
    expect(again?.finding).toBe(found[1]?.finding);
  });

  test("may answer first without resampled intervals; asked again it answers whole, with the same values", async () => {
    const question = { ...(await aQuestion(32)), resamples: 20_000 };
    const first = await computeView(question, "agreement", { inlineRatings: 0, patienceMs: 0 });
    const whole = await computeView(question, "agreement", IN_THREAD);
    expect(whole.isPending).toBe(false);
    expect(first.finding.rows[0]?.alphaInterval.value).toBe(whole.finding.rows[0]?.alphaInterval.value);
    if (first.isPending) expect(first.finding.rows[0]?.alphaInterval.interval).toBeNull();
  });

  test("that ends while somebody waits gives them a sentence, and the next one an answer", async () => {
    const question = await aQuestion(33);
    const waiting = computeView(question, "annotators", IN_THREAD);
    const refused = expect(waiting).rejects.toMatchObject({ code: "UNAVAILABLE" });
    // The stamp is read first; only then the thread is asked.
    await vi.waitFor(() => expect(waitingRequests()).toBe(1));
    await stopThread();
    await refused;
    expect((await computeView(question, "annotators", IN_THREAD)).isPending).toBe(false);
  });
});

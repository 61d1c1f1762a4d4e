import { afterEach, describe, expect, test, vi } from "vitest";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findAnswer, findView } from "#lib/domain/analysis/find-view.ts";
import { type AnalysisQuestion, analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { computeView } from "#lib/operations/analysis/engine/compute-view.ts";
import { columnsOf } from "#lib/operations/analysis/engine/context-store.ts";
import { lookUp } from "#lib/operations/analysis/engine/look-up.ts";
import { askThread, stopThread } from "#lib/operations/analysis/engine/thread-client.ts";
import { readStamp } from "#lib/store/analysis-stamp.ts";
import { getDb } from "#lib/store/db.ts";
import { makeRatingImport } from "#tests/factories/rating-import.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { waitingRequests } from "./thread-requests.ts";

withTestDatabase();
afterEach(stopThread);

/** Every view in the thread, whole. */
const IN_THREAD = { inlineRatings: 0, patienceMs: 60_000 };

/** So many resamples that the thread is busy for a while. */
const LONG = { resamples: 20_000 };

async function contextHere(question: AnalysisQuestion) {
  const { stamp } = await readStamp(question);
  return buildContext(await columnsOf(question, stamp), question);
}

/** What the thread can be asked of a question: its agreement, first and whole. */
async function agreementOf(question: AnalysisQuestion) {
  const { stamp } = await readStamp(question);
  return { question, stamp, task: { name: "agreement" }, steps: "both" } as const;
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

  test("resamples a question that is only glanced at when it is asked again, and comes to the same values", async () => {
    const question = { ...(await aQuestion(37)), resamples: 20_000 };
    const glance = { inlineRatings: 0, isGlance: true };
    const first = await computeView(question, "agreement", { ...glance, patienceMs: 60_000 });
    expect(first.isPending).toBe(true);
    expect(first.finding.rows[0]?.alphaInterval.interval).toBeNull();
    const ahead = await computeView(question, "agreement", { ...glance, isAhead: true });
    expect([ahead.isPending, ahead.finding === first.finding]).toEqual([true, true]);
    expect(waitingRequests(), "Asking ahead of a press begins nothing").toBe(0);
    const again = await computeView(question, "agreement", { ...glance, patienceMs: 0 });
    expect(again.finding).toBe(first.finding);
    expect(waitingRequests()).toBe(1);
    const whole = await computeView(question, "agreement", { ...glance, patienceMs: 60_000 });
    expect(whole.isPending).toBe(false);
    expect(whole.finding.rows[0]?.alphaInterval.interval).not.toBeNull();
    expect(whole.finding.rows[0]?.alphaInterval.value).toBe(first.finding.rows[0]?.alphaInterval.value);
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

  test.each([
    ["whose ratings are at hand", async (busy: AnalysisQuestion) => ({ ...busy, confidence: 0.9 })],
    ["whose ratings must be read first", () => aQuestion(35)],
  ])("looks up from resampling for a question %s, and then comes to the same numbers", async (_name, nextTo) => {
    const busy = { ...(await aQuestion(34)), ...LONG };
    const next = { ...(await nextTo(busy)), ...LONG };
    const order: string[] = [];
    const [first, second] = [await agreementOf(busy), await agreementOf(next)];
    const long = askThread(first);
    await long.first;
    const short = askThread(second);
    long.whole.then(() => order.push("intervals of the one"));
    short.first.then(() => order.push("first numbers of the other"));
    const [one, other] = await Promise.all([long.whole, short.whole]);
    expect(order).toEqual(["first numbers of the other", "intervals of the one"]);
    expect(one).toEqual(findView(await contextHere(busy), "agreement"));
    expect(other).toEqual(findView(await contextHere(next), "agreement"));
  });

  test("drops an answer that nobody waits for", async () => {
    const unwanted = askThread(await agreementOf({ ...(await aQuestion(36)), ...LONG }));
    await unwanted.first;
    unwanted.forget();
    await expect(unwanted.whole).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(waitingRequests()).toBe(0);
    const wanted = askThread(await agreementOf(await aQuestion(37)));
    await expect(wanted.whole).resolves.toMatchObject({ view: "agreement" });
  });

  test("drops what is still resampled of ratings that have changed since", async () => {
    const question = { ...(await aQuestion(39)), ...LONG };
    const left = await computeView(question, "agreement", { inlineRatings: 0, patienceMs: 0 });
    expect([left.isPending, waitingRequests()]).toEqual([true, 1]);
    await getDb().ratingImport.update({ where: { id: question.importIds[0] }, data: { finishedAt: new Date(0) } });
    expect((await computeView(question, "lines", IN_THREAD)).isPending).toBe(false);
    expect(waitingRequests()).toBe(0);
  });

  test("looks up the cells of a bin, what sources hold and what the planner asks for, as it is done here", async () => {
    const question = await aQuestion(38);
    const bin = { dimension: "goal", policy: null, judge: 7, human: 5, offset: 0, limit: 10 };
    const tasks = [{ name: "bin-cells", bin }, { name: "sources" }, { name: "next-items", dimension: "goal" }] as const;
    for (const task of tasks) {
      const found = await lookUp(question, task, { inlineRatings: 0 });
      expect(found).toEqual(findAnswer(await contextHere(question), task));
    }
  });
});

/**
 * Measures one size of data in a process of its own, started by `bench/analysis.ts`: memory that one size has taken says
 * nothing about the next.
 */
import pg from "pg";
import { systemActor } from "#lib/domain/access/actor.ts";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { VIEW_NAMES, type ViewName } from "#lib/domain/analysis/findings/views.ts";
import { humanItems } from "#lib/domain/analysis/human-items.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { itemPatterns } from "#lib/domain/statistics/item-patterns.ts";
import { alphaOfPatterns } from "#lib/domain/statistics/krippendorff-alpha.ts";
import { patternBootstrap } from "#lib/domain/statistics/pattern-bootstrap.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { stopThread } from "#lib/operations/analysis/engine/thread-client.ts";
import { getView } from "#lib/operations/analysis/findings/get-view.ts";
import { readRatingColumns } from "#lib/store/analysis-columns.ts";
import { closeDb, connectDb } from "#lib/store/db.ts";

/** What is measured: a database that {@link import("./fill.ts").fillRatings} has filled. */
export type Wanted = { url: string; importId: string; judges: string[]; rounds: number };

/** Milliseconds of a view: after the data changed; of a new question; until all intervals are there; of a known answer. */
export type ViewTimes = { view: ViewName; cold: number; p50: number; p95: number; whole: number; again: number };

/** `start` is the first request of the process; memory in bytes of the process with its thread. */
export type Measures = {
  start: number;
  views: ViewTimes[];
  memoryBefore: number;
  memoryPeak: number;
  reading: number;
  alpha: number;
};

const actor = systemActor("bench");

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

let asked = 0;

/** Filters that nobody has turned to yet, one after the other as a person turns them. */
function newChanges() {
  asked += 1;
  const confidence = 0.6 + asked / 10_000;
  const policy = `policy-${asked % 6}`;
  return [{ confidence }, { confidence, whichAgent: "both" as const }, { confidence, onlyPolicies: [policy] }][
    asked % 3
  ]!;
}

/** One view as requests for it: each new question comes at once after the answer to the one before. */
async function measureView(
  view: ViewName,
  analysisId: string,
  { rounds, touch }: { rounds: number; touch: () => Promise<void> },
): Promise<ViewTimes> {
  const ask = (more: object = {}) => getView(actor, { analysisId, view, ...more });
  await touch();
  const cold = await time(() => ask());
  const whole = await time(() => ask({ isWhole: true }));
  const again = await time(() => ask());
  const warm: number[] = [];
  for (let round = 0; round < rounds; round += 1) warm.push(await time(() => ask({ changes: newChanges() })));
  return { view, cold, p50: percentile(warm, 0.5), p95: percentile(warm, 0.95), whole: cold + whole, again };
}

async function measureAlpha(sources: object): Promise<Pick<Measures, "reading" | "alpha">> {
  const question = analysisQuestionSchema.parse(sources);
  await readRatingColumns(question);
  const start = performance.now();
  const columns = await readRatingColumns(question);
  const reading = performance.now() - start;
  const context = buildContext(columns, question);
  const items = context.dimensions.map((place) => itemPatterns(humanItems(context, place)));
  const options = { resamples: 2_000, seed: 1, confidence: 0.95 };
  const alpha = await time(() => {
    for (const patterns of items) patternBootstrap(patterns, { alpha: alphaOfPatterns(patterns, "interval") }, options);
  });
  return { reading, alpha };
}

async function measure({ url, importId, judges, rounds }: Wanted): Promise<Measures> {
  const sources = { importIds: [importId], judges, samplingIsRandom: true };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const touch = async () => {
    await client.query("UPDATE rating_imports SET finished_at = clock_timestamp() WHERE id = $1", [importId]);
  };
  await connectDb(url);
  const { analysisId } = await createAnalysis(actor, { name: "Bench", question: sources });
  const memoryBefore = process.memoryUsage.rss();
  const start = await time(() => getView(actor, { analysisId, view: "bias" }));
  const views: ViewTimes[] = [];
  for (const view of VIEW_NAMES) views.push(await measureView(view, analysisId, { rounds, touch }));
  const memoryPeak = process.resourceUsage().maxRSS * 1024;
  await stopThread();
  const alone = await measureAlpha(sources);
  await client.end();
  await closeDb();
  return { start, views, memoryBefore, memoryPeak, ...alone };
}

if (process.send) {
  process.once("message", async (wanted: Wanted) => {
    process.send?.(await measure(wanted));
    process.disconnect();
  });
}

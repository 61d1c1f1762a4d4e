/**
 * Measures reading and every view of an analysis at growing numbers of ratings on both databases, and 2,000 resamples of
 * alpha by episodes.
 * Usage: npm run bench:analysis -- [--largest 1000000] [--rounds 5] [--database embedded|postgres]
 * `cold` is the first answer after the data changed (stamp, reading, computing); `warm` has the ratings in memory and a
 * question nobody asked before; `asked again` is the finding that was kept.
 */
import { systemActor } from "#lib/domain/access/actor.ts";
import { buildContext } from "#lib/domain/analysis/context.ts";
import { findView } from "#lib/domain/analysis/find-view.ts";
import { VIEW_NAMES } from "#lib/domain/analysis/findings/views.ts";
import { humanItems } from "#lib/domain/analysis/human-items.ts";
import { analysisQuestionSchema } from "#lib/domain/analysis/question.ts";
import { itemPatterns } from "#lib/domain/statistics/item-patterns.ts";
import { alphaOfPatterns } from "#lib/domain/statistics/krippendorff-alpha.ts";
import { patternBootstrap } from "#lib/domain/statistics/pattern-bootstrap.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { stopThread } from "#lib/operations/analysis/engine/thread-client.ts";
import { getView } from "#lib/operations/analysis/get-view.ts";
import { readRatingColumns } from "#lib/store/analysis-columns.ts";
import { closeDb, connectDb } from "#lib/store/db.ts";
import { fillRatings } from "./analysis/fill.ts";
import { eachDatabase, numberOption } from "./lib/databases.ts";

const actor = systemActor("bench");
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size <= numberOption("largest", 1_000_000));
const ROUNDS = numberOption("rounds", 5);

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds of one piece of work. */
async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function times(rounds: number, work: (round: number) => unknown): Promise<string> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) taken.push(await time(() => work(round)));
  taken.sort((a, b) => a - b);
  return `${ms(percentile(taken, 0.5))} ${ms(percentile(taken, 0.95))}`;
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`.padStart(10);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}

type Sources = { importIds: string[]; judges: string[]; samplingIsRandom: boolean };

/** Reading alone, in this process, with what it adds to the memory. */
async function measureReading(sources: Sources) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let columns = await readRatingColumns(analysisQuestionSchema.parse(sources));
  const peak = process.memoryUsage().rss - before;
  const taken = await times(ROUNDS, async () => {
    columns = await readRatingColumns(analysisQuestionSchema.parse(sources));
  });
  console.log(`  reading into columns     p50, p95 ${taken}   +${megabytes(peak)} (${columns.score.length} ratings)`);
  return columns;
}

/** Each view computed from columns in memory, without and with resampling. */
async function measureViews(columns: Awaited<ReturnType<typeof measureReading>>, sources: Sources) {
  for (const view of VIEW_NAMES) {
    const compute = (resample: boolean) => (round: number) =>
      findView(
        buildContext(columns, analysisQuestionSchema.parse({ ...sources, seed: round + 1 }), { resample }),
        view,
      );
    const first = await times(ROUNDS, compute(false));
    const whole = await times(Math.min(3, ROUNDS), compute(true));
    console.log(`  ${view.padEnd(16)} at once ${first}   resampled ${whole}`);
  }
}

/** The way of a request: cold, warm, and once more. */
async function measureRequests(sources: Sources) {
  const { analysisId } = await createAnalysis(actor, { name: "Bench", question: sources });
  const ask = (view: (typeof VIEW_NAMES)[number], changes = {}) => getView(actor, { analysisId, view, changes });
  const cold = await time(() => ask("bias"));
  const warm = await times(ROUNDS, (round) => ask("bias", { confidence: 0.9 + round / 1_000 }));
  const again = await times(ROUNDS, () => ask("bias"));
  console.log(`  request: cold ${ms(cold)}   warm p50, p95 ${warm}   asked again ${again}`);
}

async function measureAlpha(columns: Awaited<ReturnType<typeof measureReading>>, sources: Sources) {
  const context = buildContext(columns, analysisQuestionSchema.parse(sources));
  const items = context.dimensions.map((place) => itemPatterns(humanItems(context, place)));
  const options = { resamples: 2_000, seed: 1, confidence: 0.95 };
  const taken = await time(() => {
    for (const patterns of items) patternBootstrap(patterns, { alpha: alphaOfPatterns(patterns, "interval") }, options);
  });
  console.log(`  2,000 resamples of alpha, all dimensions: ${ms(taken).trim()}`);
}

for await (const database of eachDatabase()) {
  for (const size of SIZES) {
    console.log(`\n${database.name}, ${size.toLocaleString("en-US")} ratings`);
    const { importId, judges } = await fillRatings(database.url, size);
    await connectDb(database.url);
    const sources = { importIds: [importId], judges, samplingIsRandom: true };
    const before = process.memoryUsage().rss;
    await measureRequests(sources);
    const after = process.memoryUsage().rss;
    console.log(`  memory: ${megabytes(after)} in all, ${megabytes(after - before)} of it for the requests`);
    await stopThread();
    const columns = await measureReading(sources);
    await measureViews(columns, sources);
    await measureAlpha(columns, sources);
    await closeDb();
  }
}

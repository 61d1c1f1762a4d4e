/**
 * Measures every view of an analysis as requests for it, at growing numbers of ratings on both databases, each size in a
 * process of its own; the memory of that process with its thread; and 2,000 resamples of alpha by episodes.
 * Usage: npm run bench:analysis -- [--smallest 10000] [--largest 1000000] [--rounds 20] [--database embedded|postgres]
 * `cold` is the first answer after the data changed (stamp, reading, computing); `new` is a question that nobody asked
 * before, right after another one; `whole` is cold with everything that is resampled; `again` is an answer that was kept.
 */
import { fork } from "node:child_process";
import path from "node:path";
import { fillRatings } from "./analysis/fill.ts";
import type { Measures, Wanted } from "./analysis/measure.ts";
import { eachDatabase, numberOption } from "./lib/databases.ts";

const SMALLEST = numberOption("smallest", 10_000);
const LARGEST = numberOption("largest", 1_000_000);
const SIZES = [10_000, 100_000, 1_000_000].filter((size) => size >= SMALLEST && size <= LARGEST);
const ROUNDS = numberOption("rounds", 20);
/** At this size a round takes a second. */
const LARGE = 1_000_000;

type Sized = { size: number; measures: Measures };

function measure(wanted: Wanted): Promise<Measures> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, "analysis/measure.ts"), {
      execArgv: ["--disable-warning=ExperimentalWarning"],
    });
    child.once("message", (measures: Measures) => resolve(measures));
    child.once("exit", (code) => reject(new Error(`The measuring process ended with ${code}.`)));
    child.send(wanted);
  });
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}

function print({ size, measures }: Sized, database: string): void {
  const { views, start, reading, alpha, memoryBefore, memoryPeak } = measures;
  console.log(`\n${database}, ${size.toLocaleString("en-US")} ratings, in milliseconds`);
  console.table(
    Object.fromEntries(
      views.map(({ view, cold, p50, p95, whole, again }) => [
        view,
        { cold: ms(cold), "new p50": ms(p50), "new p95": ms(p95), whole: ms(whole), again: ms(again) },
      ]),
    ),
  );
  console.log(`first request of the process ${ms(start)} ms, reading into columns ${ms(reading)} ms`);
  console.log(`2,000 resamples of alpha, all dimensions: ${ms(alpha)} ms`);
  console.log(`memory at most ${megabytes(memoryPeak)}, ${megabytes(memoryBefore)} of it before the first request`);
}

/** By how much each figure grows from one size to the next. */
function printGrowth(sized: readonly Sized[]): void {
  const steps = sized.slice(1).map((larger, i) => ({ smaller: sized[i]!, larger }));
  if (steps.length === 0) return;
  console.log("\ngrowth from one size to the next: cold, new p50");
  const times = (from: number, to: number) => `×${(to / from).toFixed(1)}`;
  const rows = sized[0]!.measures.views.map(({ view }, place) => {
    const cells = steps.map(({ smaller, larger }) => {
      const [from, to] = [smaller.measures.views[place]!, larger.measures.views[place]!];
      return [larger.size.toLocaleString("en-US"), `${times(from.cold, to.cold)}, ${times(from.p50, to.p50)}`];
    });
    return [view, Object.fromEntries(cells)];
  });
  console.table(Object.fromEntries(rows));
}

for await (const database of eachDatabase()) {
  const sized: Sized[] = [];
  for (const size of SIZES) {
    const { importId, judges } = await fillRatings(database.url, size);
    const rounds = size >= LARGE ? Math.ceil(ROUNDS / 4) : ROUNDS;
    sized.push({ size, measures: await measure({ url: database.url, importId, judges, rounds }) });
    print(sized.at(-1)!, database.name);
  }
  printGrowth(sized);
}

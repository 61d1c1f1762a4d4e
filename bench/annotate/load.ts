import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#lib/domain/shared/random.ts";
import type { App } from "./app.ts";
import { expireLeaseOf, keepPeople } from "./crowd.ts";
import { Journal } from "./journal.ts";
import type { BenchStudy } from "./material.ts";
import { Measurements } from "./measure.ts";
import { MemoryWatch, type Peaks } from "./memory.ts";
import type { Options } from "./options.ts";
import { Pace } from "./pace.ts";

/** Two saves for each of the seven dimensions: the scores, then the words. */
const SAVES_PER_ITEM = 14;
/**
 * A whole visit in pauses: 13 for consent, guidelines and questions, 18 for each item. People come in over so long, so
 * that later on they are spread over all the stages of a visit and nobody moves in step.
 */
const PAUSES_OF_VISIT = 49;
/** People who are in the middle of something when the measured part ends may finish for so long, in seconds. */
const CLOSING_SECONDS = 45;
/** Requests a second while they finish, at most. */
const CLOSING_RATE = 80;

/** What one run showed. */
export type LoadResult = {
  people: number;
  seconds: number;
  requests: number;
  measurements: Measurements;
  memory: Peaks;
  /** 99th percentile of how late the load generator itself was, in ms: it is part of every figure. */
  generatorLag: number;
  journal: Journal;
};

/** Places for everybody who may come, over items of which each takes so many annotations. */
export function sizeOfStudy(
  people: number,
  { seconds, think }: Options,
): { items: number; annotationsPerItem: number } {
  const visits = people * (2 + seconds / Math.max(5, think * PAUSES_OF_VISIT));
  const annotationsPerItem = Math.min(100, Math.max(2, Math.ceil((visits * 3) / 200)));
  return { items: 200, annotationsPerItem };
}

/** Runs so many people at once against the app: they come in one after the other, are measured, and finish. */
export async function runLoad(app: App, study: BenchStudy, people: number, options: Options): Promise<LoadResult> {
  const random = seededRandom(options.seed + people);
  const pace = new Pace(options.think, random);
  const [measurements, journal] = [new Measurements(), new Journal()];
  const crowd = {
    origin: app.origin,
    measurements,
    journal,
    pace,
    random,
    loadsFiles: true,
    savesPerItem: SAVES_PER_ITEM,
    expire: expireLeaseOf,
  };
  const rampSeconds = PAUSES_OF_VISIT * options.think;
  const everybody = keepPeople(crowd, people, rampSeconds, async () => study);
  await sleep(1000 * rampSeconds);
  const watch = new MemoryWatch(app);
  const lag = monitorEventLoopDelay({ resolution: 10 });
  lag.enable();
  measurements.start();
  await sleep(options.seconds * 1000);
  const { seconds, requests } = measurements.stop();
  lag.disable();
  const memory = await watch.stop();
  await close(pace, people, everybody);
  return { people, seconds, requests, measurements, memory, generatorLag: lag.percentile(99) / 1e6, journal };
}

/** Lets everybody finish, faster where few are left, and stops those who do not. */
async function close(pace: Pace, people: number, everybody: Promise<void>): Promise<void> {
  pace.isClosing = true;
  pace.think = Math.min(pace.think, people / CLOSING_RATE);
  await Promise.race([everybody, sleep(CLOSING_SECONDS * 1000, undefined, { ref: false })]);
  pace.isOver = true;
  await everybody;
}

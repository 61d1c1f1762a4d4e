import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#lib/domain/shared/random.ts";
import type { App } from "./app.ts";
import { expireLeaseOf, keepPeople } from "./crowd.ts";
import { Journal } from "./journal.ts";
import type { BenchStudy } from "./material.ts";
import { Measurements } from "./measure.ts";
import type { Options } from "./options.ts";
import { Pace } from "./pace.ts";
import { type PerPart, ProcessWatch } from "./process-watch.ts";

/** Three saves for each of the fourteen ratings: the score, half of the words, all of them. */
const SAVES_PER_ITEM = 42;
/** A whole visit in pauses: 25 for consent, guidelines and questions, 46 for each item. */
const PAUSES_OF_VISIT = 117;
/** People come in one after the other, three in a second, over half a minute at least. */
const ENTRIES_PER_SECOND = 3;
const SHORTEST_RAMP_SECONDS = 30;
/** Once the last one has come in, so long until the measured part begins. */
const SETTLING_SECONDS = 25;
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
  /** Peak memory in MB and busy cores by process. */
  memory: PerPart;
  cores: PerPart & { generator?: number };
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
  const rampSeconds = Math.max(SHORTEST_RAMP_SECONDS, people / ENTRIES_PER_SECOND);
  const everybody = keepPeople(crowd, people, { rampSeconds, pausesOfVisit: PAUSES_OF_VISIT }, async () => study);
  await sleep(1000 * (rampSeconds + SETTLING_SECONDS));
  const watch = new ProcessWatch(app);
  const lag = monitorEventLoopDelay({ resolution: 10 });
  lag.enable();
  measurements.start();
  await sleep(options.seconds * 1000);
  const { seconds, requests } = measurements.stop();
  lag.disable();
  const { memory, cores } = await watch.stop();
  await close(pace, people, everybody);
  return { people, seconds, requests, measurements, memory, cores, generatorLag: lag.percentile(99) / 1e6, journal };
}

/** Lets everybody finish, faster where few are left, and stops those who do not. */
async function close(pace: Pace, people: number, everybody: Promise<void>): Promise<void> {
  pace.isClosing = true;
  pace.think = Math.min(pace.think, people / CLOSING_RATE);
  await Promise.race([everybody, sleep(CLOSING_SECONDS * 1000, undefined, { ref: false })]);
  pace.isOver = true;
  await everybody;
}

import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Random, seededRandom } from "#lib/domain/shared/random.ts";
import { type App, killIfThere, type Part } from "./app.ts";
import { expireLeaseOf, keepPeople } from "./crowd.ts";
import { Journal } from "./journal.ts";
import { type BenchStudy, launchBenchStudy } from "./material.ts";
import { Measurements } from "./measure.ts";
import type { Options } from "./options.ts";
import { Pace } from "./pace.ts";

/** What may be killed: one process, or everything with the supervisor at once, as a power cut would. */
export type Victim = Part | "everything";

/** What the rounds showed. Silences are the longest times in which nobody got an answer after a kill that stops the app (not the worker's), in ms. */
export type KillResult = {
  kills: Record<Victim, number>;
  silences: number[];
  seconds: number;
  measurements: Measurements;
  journal: Journal;
  studies: BenchStudy[];
};

/** The supervisor gives up after five restarts of one process within a minute, as it should: so many kills are spared it. */
const MOST_KILLS_A_MINUTE = 4;
const MINUTE_MS = 60_000;
const SAVES_PER_ITEM = 4;
/** Small studies run out of items again and again, which is when people compete for the last ones. */
const SIZE = { items: 20, annotationsPerItem: 3, itemsPerAnnotator: 2 };
const CLOSING_SECONDS = 60;

/** Opens a new small study whenever the one before is nearly used up. */
class StudyChain {
  readonly studies: BenchStudy[] = [];
  readonly #episodeIds: readonly string[];
  #entered = 0;
  #next: Promise<BenchStudy> | undefined;

  constructor(episodeIds: readonly string[]) {
    this.#episodeIds = episodeIds;
  }

  /** The study for one more person. More enter each one than there is work for. */
  async enter(): Promise<BenchStudy> {
    const capacity = Math.ceil((SIZE.items * SIZE.annotationsPerItem) / SIZE.itemsPerAnnotator);
    if (!this.#next || this.#entered >= capacity * 1.3) {
      this.#entered = 0;
      this.#next = this.#open();
    }
    this.#entered += 1;
    return this.#next;
  }

  async #open(): Promise<BenchStudy> {
    for (let tries = 0; ; tries += 1) {
      try {
        const study = await launchBenchStudy(`Kills ${this.studies.length + 1}`, this.#episodeIds, SIZE);
        this.studies.push(study);
        return study;
      } catch (error) {
        if (tries === 30) throw error;
        await sleep(1000);
      }
    }
  }
}

/** Kills processes of the app at random moments while people work, and waits until they could finish. */
export async function runKills(app: App, episodeIds: readonly string[], options: Options): Promise<KillResult> {
  const random = seededRandom(options.seed);
  const pace = new Pace(options.think, random);
  const [measurements, journal, chain] = [new Measurements(), new Journal(), new StudyChain(episodeIds)];
  const crowd = {
    origin: app.origin,
    measurements,
    journal,
    pace,
    random,
    loadsFiles: false,
    savesPerItem: SAVES_PER_ITEM,
    expire: expireLeaseOf,
  };
  const start = performance.now();
  measurements.start();
  const everybody = keepPeople(crowd, options.people[0] ?? 20, { rampSeconds: 2, pausesOfVisit: 0 }, () =>
    chain.enter(),
  );
  const rounds = new KillRounds(app, measurements, random, options);
  await rounds.run();
  pace.isClosing = true;
  await Promise.race([everybody, sleep(CLOSING_SECONDS * 1000, undefined, { ref: false })]);
  pace.isOver = true;
  await everybody;
  const seconds = (performance.now() - start) / 1000;
  return { kills: rounds.kills, silences: rounds.silences, seconds, measurements, journal, studies: chain.studies };
}

class KillRounds {
  readonly kills: Record<Victim, number> = { web: 0, worker: 0, database: 0, everything: 0 };
  readonly silences: number[] = [];
  /** What was killed last; of the worker's absence nobody notices anything. */
  #last: Victim = "worker";
  readonly #app: App;
  readonly #measurements: Measurements;
  readonly #random: Random;
  readonly #options: Options;
  readonly #times: { victim: Victim; at: number }[] = [];

  constructor(app: App, measurements: Measurements, random: Random, options: Options) {
    this.#app = app;
    this.#measurements = measurements;
    this.#random = random;
    this.#options = options;
  }

  async run(): Promise<void> {
    const { rounds, roundSeconds } = this.#options;
    for (let round = 1; round <= rounds; round += 1) {
      await sleep(1000 * roundSeconds * (0.3 + 1.4 * this.#random.float()));
      const victim = this.#choose();
      this.#noteSilence(victim);
      if (await this.#kill(victim)) this.kills[victim] += 1;
      else {
        round -= 1;
        this.#last = "worker";
      }
      if (round % 10 === 0 && this.kills[victim] > 0) console.log(`  ${round} of ${rounds} rounds`);
      if (!this.#app.isRunning) throw new Error(`The supervisor has given up:\n${this.#app.tail()}`);
    }
  }

  #choose(): Victim {
    const since = Date.now() - MINUTE_MS;
    const isSpared = (victim: Victim) =>
      this.#times.filter((kill) => kill.victim === victim && kill.at > since).length >= MOST_KILLS_A_MINUTE;
    const one: Victim[] = ["web", "web", "web", "database", "database", "database", "worker", "everything"];
    const allowed = one.filter((victim) => !isSpared(victim));
    return allowed[this.#random.int(0, allowed.length - 1)] ?? "everything";
  }

  /** False when the process was not there to be killed: it is being restarted. */
  async #kill(victim: Victim): Promise<boolean> {
    if (victim === "everything") {
      this.#app.killAll();
      await this.#app.untilGone();
      await this.#app.start();
    } else if (victim === "database" && !this.#app.isEmbedded) {
      await cutConnections(this.#app.databaseUrl);
    } else {
      const part = this.#app.parts().find((each) => each.part === victim);
      if (!part) return false;
      killIfThere(part.pid);
    }
    this.#times.push({ victim, at: Date.now() });
    return true;
  }

  /** Keeps the longest silence since the kill before, which was that kill's. */
  #noteSilence(next: Victim): void {
    const silence = this.#measurements.takeLongestSilence();
    if (this.#last !== "worker") this.silences.push(silence);
    this.#last = next;
  }
}

/** Ends every connection that others have to the database, in the middle of whatever they do. */
async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  await client.end();
}

import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** Restarts within this time count towards giving up. */
const WINDOW_MS = 60_000;
const MOST_RESTARTS = 5;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 3_000;

/** One process that is kept running. `start` spawns it and resolves when it works. */
export type ProcessSpec = { name: string; start: () => Promise<ChildProcess>; stopLimitMs: number };

/** What a managed process tells: it has ended and comes back, it is back, or it cannot be kept running. */
export type ProcessEvents = {
  onRestart: (name: string, how: string) => void;
  onBack: (name: string) => void;
  onGivenUp: (sentence: string) => void;
};

/** Keeps one process running until it is stopped; after five restarts within a minute it gives up and says so. */
export class ManagedProcess {
  readonly name: string;
  readonly #spec: ProcessSpec;
  readonly #events: ProcessEvents;
  #child: ChildProcess | undefined;
  #isStopping = false;
  #restarts: number[] = [];

  constructor(spec: ProcessSpec, events: ProcessEvents) {
    this.name = spec.name;
    this.#spec = spec;
    this.#events = events;
  }

  /** Starts it the first time; an error goes to the caller, there is no second try. */
  async start(): Promise<void> {
    this.#watch(await this.#spec.start());
  }

  /** Asks it to end, waits, and kills it with everything it started when it takes longer than its limit. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    const timer = setTimeout(() => killGroup(child), this.#spec.stopLimitMs);
    child.kill("SIGTERM");
    await gone;
    clearTimeout(timer);
  }

  /** Kills it and everything it started at once. */
  kill(): void {
    this.#isStopping = true;
    if (this.#child) killGroup(this.#child);
  }

  #watch(child: ChildProcess): void {
    this.#child = child;
    const ended = () => {
      if (!this.#isStopping) void this.#restart(child.signalCode ?? `code ${child.exitCode}`);
    };
    // It may have ended between being ready and being watched.
    if (child.exitCode !== null || child.signalCode !== null) ended();
    else child.once("exit", ended);
  }

  async #restart(how: string): Promise<void> {
    const now = Date.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < WINDOW_MS), now];
    if (this.#restarts.length > MOST_RESTARTS) {
      this.#events.onGivenUp(
        `The ${this.name} process ended ${this.#restarts.length} times within a minute (last: ${how}).`,
      );
      return;
    }
    this.#events.onRestart(this.name, how);
    await sleep(Math.min(FIRST_PAUSE_MS * 2 ** (this.#restarts.length - 1), LONGEST_PAUSE_MS));
    if (this.#isStopping) return;
    try {
      const child = await this.#spec.start();
      this.#watch(child);
      if (this.#isStopping) killGroup(child);
      else this.#events.onBack(this.name);
    } catch (error) {
      if (this.#isStopping) return;
      if (error instanceof Error && error.name === "OwnerRefused") this.#events.onGivenUp(error.message);
      else await this.#restart(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Kills a process that leads its own group, with everything in the group. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

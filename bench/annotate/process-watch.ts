import { readFileSync } from "node:fs";
import { queryRows } from "#lib/store/sql.ts";
import type { App, Part } from "./app.ts";

const EVERY_MS = 5_000;

/** One number for each process; a part that could not be read is missing. */
export type PerPart = Partial<Record<Part, number>>;

/** Looks at the app's processes every five seconds until it is stopped: peak memory in MB, and cores kept busy. */
export class ProcessWatch {
  readonly #app: App;
  readonly #timer: NodeJS.Timeout;
  readonly #memory: PerPart = {};
  readonly #before: PerPart;
  readonly #own = process.cpuUsage();
  readonly #start = performance.now();

  constructor(app: App) {
    this.#app = app;
    this.#before = cpuOf(app);
    this.#timer = setInterval(() => void this.#look(), EVERY_MS);
  }

  /** Ends the watch after a last look. Of a PostgreSQL server the processor time is not known. */
  async stop(): Promise<{ memory: PerPart; cores: PerPart & { generator: number } }> {
    clearInterval(this.#timer);
    await this.#look();
    const seconds = (performance.now() - this.#start) / 1000;
    const own = process.cpuUsage(this.#own);
    const busy = Object.entries(cpuOf(this.#app)).map(([part, cpu]) => {
      return [part, (cpu - (this.#before[part as Part] ?? 0)) / seconds];
    });
    const generator = (own.user + own.system) / 1e6 / seconds;
    return { memory: this.#memory, cores: { ...Object.fromEntries(busy), generator } };
  }

  async #look(): Promise<void> {
    for (const { part, memory } of this.#app.parts()) this.#note(part, memory);
    const server = this.#app.isEmbedded ? null : await serverMemory();
    if (server !== null) this.#note("database", server);
  }

  #note(part: Part, memory: number): void {
    this.#memory[part] = Math.max(this.#memory[part] ?? 0, memory);
  }
}

function cpuOf(app: App): PerPart {
  return Object.fromEntries(app.parts().map(({ part, cpu }) => [part, cpu]));
}

/**
 * What the PostgreSQL processes of this database take together, shared pages counted by share, in MB; null where the
 * system does not tell.
 */
async function serverMemory(): Promise<number | null> {
  try {
    const rows = await queryRows<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database()",
      [],
    );
    const kilobytes = rows.map(({ pid }) =>
      Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1]),
    );
    const sum = kilobytes.reduce((total, each) => total + each, 0);
    return Number.isFinite(sum) ? sum / 1024 : null;
  } catch {
    return null;
  }
}

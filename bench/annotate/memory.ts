import { readFileSync } from "node:fs";
import { queryRows } from "#lib/store/sql.ts";
import type { App, Part } from "./app.ts";

const EVERY_MS = 5_000;

/** Peak memory by process in MB; a part that could not be read is missing. */
export type Peaks = Partial<Record<Part, number>>;

/** Looks at the app's processes every five seconds until it is stopped. */
export class MemoryWatch {
  readonly peaks: Peaks = {};
  readonly #app: App;
  readonly #timer: NodeJS.Timeout;

  constructor(app: App) {
    this.#app = app;
    this.#timer = setInterval(() => void this.#look(), EVERY_MS);
  }

  /** Ends the watch after a last look. */
  async stop(): Promise<Peaks> {
    clearInterval(this.#timer);
    await this.#look();
    return this.peaks;
  }

  async #look(): Promise<void> {
    for (const { part, memory } of this.#app.parts()) this.#note(part, memory);
    const server = this.#app.isEmbedded ? null : await serverMemory();
    if (server !== null) this.#note("database", server);
  }

  #note(part: Part, memory: number): void {
    this.peaks[part] = Math.max(this.peaks[part] ?? 0, memory);
  }
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

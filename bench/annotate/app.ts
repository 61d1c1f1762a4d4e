import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, type WriteStream } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { socketFolder } from "#scripts/lib/data-dir.ts";
import { embeddedUrl } from "#scripts/lib/embedded/server.ts";

/** The processes that the supervisor keeps, by the names that it gives them. */
export const PARTS = ["web", "worker", "database"] as const;
/** One of {@link PARTS}. */
export type Part = (typeof PARTS)[number];

/** A process of the app at one moment; memory in MB, processor time since its start in seconds. */
export type RunningPart = { part: Part; pid: number; memory: number; cpu: number };

const ROOT = path.join(import.meta.dirname, "../..");
/** The first start builds the pages. */
const START_LIMIT_MS = 900_000;
const STOP_LIMIT_MS = 30_000;

/**
 * The whole app as `npm start` runs it, with its supervisor, in a data folder of its own. It ends with the process that
 * started it.
 */
export class App {
  readonly origin: string;
  /** Where the database answers, for the ledger. */
  readonly databaseUrl: string;
  readonly isEmbedded: boolean;
  readonly dataDir = mkdtempSync(path.join(os.tmpdir(), "studio-bench-"));
  readonly #port: number;
  readonly #log: WriteStream;
  #supervisor: ChildProcess | undefined;

  /** @param serverUrl a migrated PostgreSQL database; null runs the embedded one */
  constructor(port: number, serverUrl: string | null) {
    this.#port = port;
    this.origin = `http://127.0.0.1:${port}`;
    this.isEmbedded = serverUrl === null;
    this.databaseUrl = serverUrl ?? embeddedUrl(socketFolder(this.dataDir));
    this.#log = createWriteStream(this.logFile, { flags: "a" });
  }

  /** What the app wrote. */
  get logFile(): string {
    return path.join(this.dataDir, "app.log");
  }

  /** Starts everything and waits until it is ready. Throws with the end of the log when it is not. */
  async start(): Promise<void> {
    const { DATABASE_URL: _url, TEST_DATABASE_URL: _test, ...env } = process.env;
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "scripts/start.ts"], {
      cwd: ROOT,
      // Ctrl-C reaches the benchmark, which then stops the app in order.
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: {
        ...env,
        ...(this.isEmbedded ? {} : { DATABASE_URL: this.databaseUrl }),
        DATA_DIR: this.dataDir,
        PORT: String(this.#port),
        HOST: "127.0.0.1",
        APP_URL: this.origin,
      },
    });
    this.#supervisor = child;
    child.stderr?.on("data", (chunk: Buffer) => this.#log.write(chunk));
    const isReady = await untilReady(child, (chunk) => this.#log.write(chunk));
    if (!isReady) throw new Error(`The app did not start:\n${this.tail()}`);
  }

  /** The last lines of the log. */
  tail(lines = 25): string {
    return readFileSync(this.logFile, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  }

  /** Whether the supervisor is at work. */
  get isRunning(): boolean {
    const child = this.#supervisor;
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  /** The processes as they run now; one that is being restarted is missing. */
  parts(): RunningPart[] {
    const pid = this.#supervisor?.pid;
    if (pid === undefined || !this.isRunning) return [];
    return listProcesses()
      .filter((each) => each.parent === pid)
      .flatMap(({ pid: child, memory, cpu, args }) => {
        const part = partOf(args);
        return part ? [{ part, pid: child, memory, cpu }] : [];
      });
  }

  /** Kills the supervisor and everything it started, as a power cut would. */
  killAll(): void {
    const parts = this.parts();
    this.#supervisor?.kill("SIGKILL");
    for (const { pid } of parts) killIfThere(pid);
  }

  /** Waits until the supervisor has gone, after {@link killAll}. */
  async untilGone(): Promise<void> {
    while (this.isRunning) await sleep(50);
  }

  /** Stops everything in order; kills it when that takes too long. */
  async stop(): Promise<void> {
    const child = this.#supervisor;
    if (child && this.isRunning) {
      const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      const timer = setTimeout(() => this.killAll(), STOP_LIMIT_MS);
      child.kill("SIGTERM");
      await gone;
      clearTimeout(timer);
    }
    this.#log.end();
  }

  /** Removes the data folder. */
  remove(): void {
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function partOf(args: string): Part | null {
  if (args.includes("scripts/database.ts")) return "database";
  if (args.includes("worker/main.ts")) return "worker";
  return /next-server|dist\/bin\/next/.test(args) ? "web" : null;
}

type Process = { pid: number; parent: number; memory: number; cpu: number; args: string };

function listProcesses(): Process[] {
  const text = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss=,time=,args="], {
    encoding: "utf8",
    maxBuffer: 8_000_000,
  });
  return text.split("\n").flatMap((line) => {
    const [, pid, parent, kilobytes, time = "", args] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (!args) return [];
    return [{ pid: Number(pid), parent: Number(parent), memory: Number(kilobytes) / 1024, cpu: secondsOf(time), args }];
  });
}

/** Reads `1-02:03:04`, `02:03:04` or `03:04` as seconds. */
function secondsOf(time: string): number {
  const [days, clock] = time.includes("-") ? time.split("-") : ["0", time];
  const seconds = (clock ?? "").split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return Number(days) * 86_400 + seconds;
}

/** Kills one process; one that has ended already is no error. */
export function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function untilReady(child: ChildProcess, keep: (chunk: Buffer) => void): Promise<boolean> {
  return new Promise((resolve) => {
    let seen = "";
    const timer = setTimeout(() => resolve(false), START_LIMIT_MS);
    const end = (isReady: boolean) => {
      clearTimeout(timer);
      seen = "";
      resolve(isReady);
    };
    child.once("exit", () => end(false));
    child.once("error", () => end(false));
    child.stdout?.on("data", (chunk: Buffer) => {
      keep(chunk);
      seen = (seen + chunk.toString("utf8")).slice(-4000);
      if (seen.includes("Ready after")) end(true);
    });
  });
}

import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Env } from "#lib/env.ts";
import { startOwner } from "./embedded/owner.ts";
import { killGroup, type ProcessSpec } from "./managed-process.ts";
import { ROOT } from "./settings.ts";

const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");
const PRELOAD = path.join(import.meta.dirname, "web-preload.ts");
const QUIET = "--disable-warning=ExperimentalWarning";
/** Room for short-lived objects: an import makes very many, and with Node's default they grow the process by half. */
const SMALL_NURSERY = "--max-semi-space-size=16";
const READY_LIMIT_MS = 60_000;

/** The embedded database as a kept process. Its address does not change when it is started anew. */
export function databaseProcess(dataDir: string, socketDir: string): ProcessSpec {
  return {
    name: "database",
    stopLimitMs: 10_000,
    start: async () => (await startOwner(dataDir, socketDir)).child,
  };
}

/** The web server as a kept process; ready when it answers. `dev` reloads pages as they change. */
export function webProcess(mode: "start" | "dev", settings: Env): ProcessSpec {
  return {
    name: "web",
    stopLimitMs: 5_000,
    start: async () => {
      const child = startChild(
        ["--import", PRELOAD, NEXT, mode, "-p", String(settings.PORT), "-H", settings.HOST],
        {
          NODE_ENV: mode === "start" ? "production" : "development",
          STUDIO_PROCESS: "web",
          STUDIO_TERMINAL: isReadAlong() ? "1" : "0",
          NEXT_TELEMETRY_DISABLED: "1",
        },
        mode === "start" ? filterNext : undefined,
      );
      await untilReady(child, () => answers(settings));
      return child;
    },
  };
}

/** The worker as a kept process; ready when it says so. */
export function workerProcess(): ProcessSpec {
  return {
    name: "worker",
    stopLimitMs: 15_000,
    start: async () => {
      const child = startChild([SMALL_NURSERY, path.join(ROOT, "worker/main.ts")], {
        NODE_ENV: process.env.NODE_ENV ?? "production",
        STUDIO_PROCESS: "worker",
      });
      let isReady = false;
      child.on("message", (message: { ready?: boolean }) => {
        isReady ||= message.ready === true;
      });
      await untilReady(child, async () => isReady);
      return child;
    },
  };
}

/** Whether somebody sits before the output, for whom a line a request would bury the rest; who sets a level wants them. */
function isReadAlong(): boolean {
  return process.stdout.isTTY === true && !process.env.LOG_LEVEL;
}

/** Next's own greeting says the address a second time and less truly than ours. */
function filterNext(line: string): boolean {
  return !/^\s*(▲ Next|- Local|- Network|✓ (Starting|Ready|Running next))|^\s*$/.test(line);
}

function startChild(args: string[], variables: Record<string, string>, keep?: (line: string) => boolean): ChildProcess {
  const child = spawn(process.execPath, [QUIET, ...args], {
    cwd: ROOT,
    // Its own process group: Ctrl-C reaches only the supervisor, and everything below can be ended together.
    detached: true,
    stdio: ["ignore", keep ? "pipe" : "inherit", "inherit", "ipc"],
    env: { ...process.env, ...variables },
  });
  let rest = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (!keep || keep(line)) console.log(line);
  });
  return child;
}

async function untilReady(child: ChildProcess, isReady: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS;
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  while (Date.now() < deadline) {
    if (failure) throw failure;
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`it ended while starting (${child.signalCode ?? `code ${child.exitCode}`})`);
    }
    if (await isReady()) return;
    await sleep(100);
  }
  killGroup(child);
  throw new Error("it did not become ready within a minute");
}

/** Whether the web server answers on its own address. */
async function answers(settings: Env): Promise<boolean> {
  const host = ["0.0.0.0", "::"].includes(settings.HOST) ? "127.0.0.1" : settings.HOST;
  const place = host.includes(":") ? `[${host}]` : host;
  try {
    const response = await fetch(`http://${place}:${settings.PORT}/api/health/live`, {
      signal: AbortSignal.timeout(5_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}

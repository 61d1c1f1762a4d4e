import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#scripts/lib/port.ts";

const ROOT = process.cwd();

/** One more copy of the app, for tests that start, stop and break it. */
export type RunningApp = {
  supervisor: ChildProcess;
  port: number;
  dataDir: string;
  origin: string;
  /** Everything it has written so far. */
  output: () => string;
  /** Waits for its end and answers the exit code. */
  ended: () => Promise<number | null>;
};

/** Settings of a fresh copy: its own port and data folder, the build that the browser tests use. */
export async function freshSettings(): Promise<Record<string, string>> {
  const port = await freePort();
  return {
    PORT: String(port),
    HOST: "127.0.0.1",
    APP_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: mkdtempSync(path.join(os.tmpdir(), "studio-app-")),
    DATABASE_URL: "",
    DATABASE_EMBEDDED: "",
    AUTH_SECRET: "",
  };
}

/** Starts a copy of the app and does not wait for it; `web` starts a web server alone, beside an app that runs. */
export function launchApp(settings: Record<string, string>, part: "start" | "web" = "start"): RunningApp {
  const supervisor = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", `scripts/${part}.ts`], {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  const end = new Promise<number | null>((resolve) => supervisor.once("close", (code) => resolve(code)));
  const port = Number(settings.PORT);
  const origin = `http://127.0.0.1:${port}`;
  return { supervisor, port, origin, dataDir: settings.DATA_DIR ?? "", output: () => output, ended: () => end };
}

/** Waits until the copy says that it is ready. Throws with its output when it ends before. */
export async function untilReady(app: RunningApp, limitMs = 90_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    if (/Ready after|listens on port/.test(app.output())) return;
    if (app.supervisor.exitCode !== null) break;
    await sleep(50);
  }
  throw new Error(`The app did not become ready:\n${app.output()}`);
}

/** Whether the app answers, its database included. */
export async function isReady(app: RunningApp): Promise<boolean> {
  try {
    return (await fetch(`${app.origin}/api/health/ready`, { signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false;
  }
}

/** Waits until a condition holds. Throws with `what` when it does not come true in time. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limitMs = 20_000,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    if (await condition()) return;
    await sleep(100);
  }
  throw new Error(`It did not come true in time: ${what}`);
}

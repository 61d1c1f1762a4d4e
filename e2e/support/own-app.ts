import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** A running app of its own, with an empty data folder: nobody has an account yet. */
export type OwnApp = {
  /** Without a trailing slash. */
  url: string;
  /** The one-time link for the first administrator, as the start printed it. */
  setupLink: string;
  /** Everything the app has printed, for the report of a test that fails. */
  output(): string;
  stop(): Promise<void>;
};

const ROOT = path.resolve(import.meta.dirname, "../..");
const START_LIMIT_MS = 240_000;

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/**
 * Starts the whole app as `npm start` does, on the embedded database in a fresh folder, and waits for its greeting. It
 * uses the build of the other tests (`NEXT_DIST_DIR`). Throws with everything it printed when it does not come up.
 */
export async function startOwnApp(): Promise<OwnApp> {
  const port = await freePort();
  const dataDir = mkdtempSync(path.join(tmpdir(), "studio-e2e-"));
  const child = spawn(process.execPath, [path.join(ROOT, "scripts/start.ts")], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      APP_URL: `http://localhost:${port}`,
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      DATABASE_EMBEDDED: "",
      AUTH_SECRET: "",
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const url = `http://localhost:${port}`;
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  const setupLink = await readSetupLink(child, url, () => output);
  return {
    url,
    setupLink,
    output: () => output,
    stop: async () => {
      await end(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function readSetupLink(child: ChildProcess, url: string, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      child.kill("SIGTERM");
      reject(new Error(`The app did not start: ${why}\n${output()}`));
    };
    const timer = setTimeout(() => fail("it took too long"), START_LIMIT_MS);
    const read = () => {
      const link = new RegExp(`${url}/setup/\\S+`).exec(output())?.[0];
      if (!link || !output().includes("Ready after")) return;
      clearTimeout(timer);
      resolve(link);
    };
    child.stdout?.on("data", read);
    child.once("exit", (code) => fail(`it ended with ${code}`));
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

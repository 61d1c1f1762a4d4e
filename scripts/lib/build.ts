import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { track } from "./helpers.ts";
import { Sentence } from "./sentence.ts";
import { ROOT } from "./settings.ts";

/** What the built pages are made from. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.js",
  "postcss.config.js",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");

/** The folder of the build, as next.config.js has it. */
function buildFolder(): string {
  return path.join(ROOT, process.env.NEXT_DIST_DIR || ".next");
}

function* filesBelow(place: string): Generator<string> {
  if (!existsSync(place)) return;
  if (statSync(place).isFile()) {
    yield place;
    return;
  }
  for (const name of readdirSync(place).sort()) {
    if (!name.startsWith(".")) yield* filesBelow(path.join(place, name));
  }
}

/** A hash over the names and contents of everything that the build is made from. */
function hashSources(): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of filesBelow(path.join(ROOT, source))) {
      hash
        .update(`${path.relative(ROOT, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/** Whether the built pages are those of the present sources. */
export function isBuilt(): boolean {
  const stamp = path.join(buildFolder(), "studio-build");
  return (
    existsSync(path.join(buildFolder(), "BUILD_ID")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === hashSources()
  );
}

/**
 * Builds the pages. The stamp is written last, so that an interrupted build is made again.
 * Throws a {@link Sentence} with the end of the output when the build fails.
 */
export async function build(): Promise<void> {
  const hash = hashSources();
  rmSync(path.join(buildFolder(), "studio-build"), { force: true });
  const output: string[] = [];
  const child = track(
    spawn(process.execPath, [NEXT, "build"], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    }),
  );
  child.stdout.on("data", (chunk) => output.push(String(chunk)));
  child.stderr.on("data", (chunk) => output.push(String(chunk)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) {
    const tail = output.join("").trim().split("\n").slice(-40).join("\n");
    throw new Sentence(`${tail}\n\nThe pages could not be built; the reason stands above. The data is untouched.`);
  }
  writeFileSync(path.join(buildFolder(), "studio-build"), hash);
}

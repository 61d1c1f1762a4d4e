import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { ROOT } from "./settings.ts";

/** The shell comes first: the same browser without a window, which takes a fifth less time for the same tests. */
const SYSTEM_NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
];
const MAC_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function runs(file: string): boolean {
  return existsSync(file) && spawnSync(file, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function onPath(name: string): string | null {
  const found = spawnSync("which", [name], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : null;
}

/** The Chromium that Playwright has downloaded for itself, if it has. */
function playwrightsOwn(): string | null {
  const { chromium } = createRequire(import.meta.url)("@playwright/test") as { chromium: { executablePath(): string } };
  try {
    return chromium.executablePath();
  } catch {
    return null;
  }
}

/** A Chromium that is there: CHROMIUM_PATH, the system's, or Playwright's own; null when there is none. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  const candidates = [given, ...SYSTEM_NAMES.map(onPath), ...MAC_PLACES, playwrightsOwn()];
  return candidates.find((file): file is string => Boolean(file) && runs(file as string)) ?? null;
}

function attempt(command: string, args: string[]): void {
  try {
    execFileSync(command, args, {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "inherit"],
      timeout: 240_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch {
    // The next way is tried; the caller says it when none has worked.
  }
}

/**
 * Finds a Chromium or installs one: Playwright's download, then Debian's package where this user is root.
 * Answers null when neither works; the browser tests are then counted as failed, never silently left out.
 */
export function findOrInstallChromium(): string | null {
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium is here; installing one.");
  const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
  attempt(process.execPath, [playwright, "install", "chromium"]);
  const downloaded = findChromium();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && onPath("apt-get")) {
    attempt("apt-get", ["update", "-qq"]);
    for (const name of ["chromium-headless-shell", "chromium"]) {
      attempt("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name]);
      if (findChromium()) break;
    }
  }
  return findChromium();
}

/**
 * The first step of every command: `node scripts/bootstrap.mjs NAME [ARGUMENTS]`. It runs on any Node from 18 on and
 * needs no package: it installs what the lock file says when that is missing or out of date, generates the database
 * client, and hands over to `scripts/NAME.ts` (or `NAME.ts`, as in `bench/import`) under the Node that the project pins.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { watchNpm } from "./npm-parent.mjs";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const stampFile = path.join(root, "node_modules", ".studio-lock");
const isWindows = process.platform === "win32";

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

function hashOf(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

function readOr(file, fallback) {
  return existsSync(file) ? readFileSync(file, "utf8") : fallback;
}

/** What the stamp says once everything is there: the lock file, and the Node with which npm has chosen the packages. */
function wantedStamp() {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return `${hashOf("package-lock.json")} ${dependencies.node}`;
}

/** Whether node_modules holds what the lock file asks for. Packages that are optional may be absent: they belong to other systems. */
function isInstalled() {
  const installedFile = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "" || entry.optional || entry.devOptional) return true;
    if (entry.dev && process.env.NODE_ENV === "production") return true;
    return installed[place] !== undefined && installed[place].version === entry.version;
  });
}

/** Runs npm, the very one that started this command where there is one, with the given Node. Answers its exit code. */
function npm(args, node = process.execPath) {
  const own = process.env.npm_execpath;
  const isScript = own !== undefined && /npm-cli\.c?js$/.test(own);
  const [command, first] = isScript ? [node, [own]] : ["npm", []];
  const { NODE_ENV: _mode, npm_config_production: _production, ...env } = process.env;
  const result = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...env, PATH: `${path.dirname(node)}${path.delimiter}${env.PATH || ""}` },
    shell: isWindows && !isScript,
  });
  if (result.error)
    fail("npm is missing. Install it together with Node (https://nodejs.org) and run the command again.");
  return result.status === null ? 1 : result.status;
}

// Install scripts stay off: one wants a newer Node than may be running, one downloads a program that is not needed.
// Not "npm ci": it refuses a lock file that lacks the packages of other systems, which some registries do not serve.
const INSTALL = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

function installWith(node) {
  if (npm(INSTALL, node) === 0) return;
  fail(
    "The packages could not be installed; npm says why above. Check the network (a proxy or registry goes into .npmrc) and run the command again: nothing else was changed.",
  );
}

function install() {
  if (isInstalled()) return;
  console.log("Installing the packages of the lock file. The first time this takes a minute or two.");
  installWith(process.execPath);
}

/**
 * npm leaves out optional packages that do not fit the Node it runs on, native parts of the build among them. Where that
 * was another Node than the pinned one, npm looks again with the pinned one and adds what it left out.
 */
function completeInstall(node, stamp) {
  if (node !== process.execPath && versionOf(node) !== process.version) installWith(node);
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

function versionOf(node) {
  return spawnSync(node, ["--version"], { encoding: "utf8" }).stdout?.trim();
}

function worksAsNode(file) {
  return existsSync(file) && spawnSync(file, ["--version"], { stdio: "ignore" }).status === 0;
}

/** Type stripping without a flag came with 22.18. */
function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/** The Node that everything runs on: the pinned one, brought by the package `node`; else this one where it is new enough. */
function findNode() {
  const pinned = path.join(root, "node_modules", "node", "bin", isWindows ? "node.exe" : "node");
  if (worksAsNode(pinned)) return pinned;
  console.log("Fetching the Node that the project pins.");
  if (npm(["rebuild", "node", "--ignore-scripts=false"]) === 0 && worksAsNode(pinned)) return pinned;
  if (isNewEnough(process.versions.node)) {
    console.log(`The pinned Node could not be fetched; going on with Node ${process.versions.node}.`);
    return process.execPath;
  }
  return fail(
    `The pinned Node could not be fetched and Node ${process.versions.node} is too old. Check the network, or install Node 24, and run the command again.`,
  );
}

/** Generates the database client when the schema or Prisma has changed since the last time. */
function generateClient(node) {
  const stamp = path.join(root, "lib", "store", "generated", ".schema-hash");
  const hash = hashOf("prisma/schema.prisma", "node_modules/prisma/package.json");
  if (readOr(stamp, "") === hash && existsSync(path.join(path.dirname(stamp), "client.ts"))) return;
  const prisma = path.join(root, "node_modules", "prisma", "build", "index.js");
  // Prisma wants to download a program that generating never runs: any executable file satisfies it.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: node,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const result = spawnSync(node, [prisma, "generate"], { cwd: root, env, encoding: "utf8" });
  if (result.status !== 0) fail(`The database client could not be generated:\n${result.stdout}${result.stderr}`);
  writeFileSync(stamp, hash);
}

function scriptOf(name) {
  const script = ["scripts", "."].map((folder) => path.join(root, folder, `${name}.ts`)).find(existsSync);
  return script || fail(`There is no command “${name}”. Look into package.json for those that exist.`);
}

/** Runs the script and ends as it ends. Ctrl-C reaches it through the terminal, other signals are passed on. */
function handOver(node, script, args) {
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH || ""}` };
  const flags = ["--disable-warning=ExperimentalWarning", "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"];
  // An import makes very many short-lived objects; with Node's default room for them the process grows by half.
  flags.push("--max-semi-space-size=16");
  const child = spawn(node, [...flags, script, ...args], { stdio: ["inherit", "inherit", "inherit", "ipc"], env });
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
  watchNpm(() => child.kill("SIGTERM"));
  child.on("error", (error) => fail(`The command could not be started (${error.message}).`));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
}

const [name, ...args] = process.argv.slice(2);
if (!name) fail("Say which command: node scripts/bootstrap.mjs start");
const script = scriptOf(name);
const stamp = wantedStamp();
const isComplete = readOr(stampFile, "") === stamp;
if (!isComplete) install();
const node = findNode();
if (!isComplete) completeInstall(node, stamp);
generateClient(node);
handOver(node, script, args);

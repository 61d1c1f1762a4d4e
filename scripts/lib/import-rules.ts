import { globSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import config from "../../.dependency-cruiser.mjs";
import { findImports, placeOf } from "./import-graph.ts";
import { ROOT } from "./settings.ts";

/** One import that the rules refuse, with a sentence that says where the code belongs. */
export type ImportViolation = { from: string; to: string; rule: string; sentence: string };

/** The folders and files that the rules speak about. */
const SOURCES = [
  "{app,components,lib,worker,scripts,prisma,e2e,tests,bench}/**/*.{ts,tsx,mjs}",
  "{proxy,instrumentation,next.config,vitest.config,playwright.config,postcss.config}.{ts,js}",
];

/** Every source file of the project by its path from the root, without what is generated. */
export function readSources(): Map<string, string> {
  const files = globSync(SOURCES, { cwd: ROOT }).map((file) => file.split(path.sep).join("/"));
  const own = files.filter((file) => !file.startsWith("lib/store/generated/") && !path.basename(file).startsWith("."));
  return new Map(own.map((file) => [file, readFileSync(path.join(ROOT, file), "utf8")]));
}

/**
 * The project as dependency-cruiser can read it. It understands no TypeScript 7, so each file stands there as a script
 * with nothing but its imports, those of types included, and each package as an empty file under `packages/`.
 */
function drawShadow(sources: Map<string, string>): Map<string, string> {
  const shadow = new Map<string, string>();
  for (const [file, source] of sources) {
    const places = findImports(file, source).flatMap((specifier) => placeOf(file, specifier) ?? []);
    const lines = places.map((place) => {
      if (!sources.has(place)) shadow.set(`${shadowName(place)}.mjs`, "");
      const relative = path.posix.relative(path.posix.dirname(file), shadowName(place));
      return `import ${JSON.stringify(`./${relative}.mjs`)};`;
    });
    shadow.set(`${file}.mjs`, lines.join("\n"));
  }
  return shadow;
}

/** A colon is no part of a file name everywhere. */
function shadowName(place: string): string {
  return place.replace("packages/node:", "packages/node/");
}

/** Whether a file holds an operation, which no other operation may call. */
function isOperation(file: string, source: string): boolean {
  return file.startsWith("lib/operations/") && /=\s*defineOperation\(/.test(source);
}

function ruleSet(sources: Map<string, string>) {
  const operations = [...sources].filter(([file, source]) => isOperation(file, source)).map(([file]) => file);
  return { forbidden: config.rulesFor(operations) };
}

/** Holds the imports of these files, by default the whole project, against the rules of `.dependency-cruiser.mjs`. */
export async function findImportViolations(sources = readSources()): Promise<ImportViolation[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "studio-imports-"));
  try {
    for (const [file, text] of drawShadow(sources)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    const rules = ruleSet(sources);
    const result = await cruise(["."], { baseDir: folder, ruleSet: rules, validate: true });
    const { violations } = (result.output as ICruiseResult).summary;
    return violations.map(({ from, to, rule }) => ({
      from: from.replace(/\.mjs$/, ""),
      to: to.replace(/\.mjs$/, ""),
      rule: rule.name,
      sentence: rules.forbidden.find(({ name }) => name === rule.name)?.comment ?? "",
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

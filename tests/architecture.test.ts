import { beforeAll, describe, expect, it } from "vitest";
import { findImportViolations, type ImportViolation, readSources } from "#scripts/lib/import-rules.ts";

/** Files that do not exist, each with one import that is wrong, and the rule that must refuse it. */
const WRONG: [file: string, source: string, rule: string][] = [
  ["app/wrong/page.tsx", `import { getDb } from "#lib/store/db.ts";`, "app"],
  ["app/wrong/types.tsx", `import type { Db } from "#lib/store/db.ts";`, "app"],
  ["app/wrong/jobs.ts", `import { enqueue } from "#lib/jobs/queue.ts";`, "app"],
  ["app/wrong/driver.ts", `import pg from "pg";`, "app"],
  ["app/wrong/password.ts", `import { hashPassword } from "#lib/auth/password.ts";`, "app"],
  ["app/api/auth/wrong.ts", `import { getDb } from "#lib/store/db.ts";`, "app-sign-in"],
  ["components/wrong/lookup.tsx", `import { signIn } from "#lib/operations/sessions/sign-in.ts";`, "components"],
  ["components/wrong/action.tsx", `import { submit } from "#app/annotate/actions.ts";`, "components"],
  ["components/wrong/server.tsx", `import { readFileSync } from "node:fs";`, "components"],
  [
    "components/ui/wrong.tsx",
    `import { EpisodeTable } from "#components/episodes/episode-table.tsx";`,
    "components-ui",
  ],
  ["lib/web/wrong.ts", `export { getDb } from "#lib/store/db.ts";`, "web"],
  ["lib/web/wrong-two.ts", `import { signIn } from "#lib/operations/sessions/sign-in.ts";`, "web"],
  ["lib/operations/wrong/look-up.ts", `import { headers } from "next/headers";`, "operations"],
  ["lib/operations/wrong/draw.ts", `import { useState } from "react";`, "operations"],
  [
    "lib/operations/wrong/call.ts",
    `import { signIn } from "#lib/operations/sessions/sign-in.ts";`,
    "operations-do-not-call-operations",
  ],
  ["lib/jobs/wrong.ts", `const later = () => import("#lib/operations/imports/run-import.ts");`, "jobs"],
  ["lib/auth/wrong.ts", `import { cookies } from "next/headers";`, "auth"],
  ["lib/store/wrong.ts", `import { enqueue } from "#lib/jobs/queue.ts";`, "store"],
  ["lib/domain/shared/wrong-file.ts", `import { readFile } from "node:fs/promises";`, "domain"],
  ["lib/domain/shared/wrong-package.ts", `import pino from "pino";`, "domain"],
  ["lib/domain/shared/wrong-floor.ts", `import type { Env } from "#lib/env.ts";`, "domain"],
  [
    "lib/domain/dimensions/wrong.ts",
    `import type { Episode } from "#lib/domain/episodes/episode.ts";`,
    "domain-dimensions",
  ],
  ["lib/domain/shared/wrong-room.ts", `import type { Dimension } from "../dimensions/dimension.ts";`, "domain-shared"],
  ["lib/domain/novelties/wrong.ts", `export { ok } from "../shared/result.ts";`, "unknown-room"],
  ["lib/helpers/wrong.ts", `import { z } from "zod";`, "unknown-floor"],
  ["lib/wrong.ts", `import { getDb } from "#lib/store/db.ts";`, "base"],
  ["lib/export-files/wrong.ts", `import { getDb } from "#lib/store/db.ts";`, "export-files"],
  ["worker/wrong.ts", `import { findImport } from "#lib/store/imports.ts";`, "worker"],
  ["scripts/wrong.ts", `import { getCurrentActor } from "#lib/web/current-actor.ts";`, "scripts"],
  ["prisma/wrong.ts", `import { makePerson } from "#tests/factories/people.ts";`, "tests-stay-out"],
  ["lib/store/wrong-factory.ts", `import { makePerson } from "#tests/factories/people.ts";`, "tests-stay-out"],
];

/** A right import of each floor, so that the rules are known not to refuse everything. */
const RIGHT: [file: string, source: string][] = [
  ["app/right/page.tsx", `import { signIn } from "#lib/operations/sessions/sign-in.ts"; import Link from "next/link";`],
  [
    "components/right/part.tsx",
    `import { useState } from "react"; import type { Dimension } from "#lib/domain/dimensions/dimension.ts";`,
  ],
  ["lib/operations/right/do-it.ts", `import { getDb } from "#lib/store/db.ts"; import { z } from "zod";`],
  ["lib/store/right.ts", `import pg from "pg"; import { env } from "#lib/env.ts";`],
  ["lib/domain/studies/right.ts", `import type { Episode } from "../episodes/episode.ts"; import { z } from "zod";`],
  [
    "tests/right.test.ts",
    `import { getDb } from "#lib/store/db.ts"; import { makePerson } from "#tests/factories/people.ts";`,
  ],
];

let real: ImportViolation[];
let made: ImportViolation[];

beforeAll(async () => {
  const sources = readSources();
  real = await findImportViolations(sources);
  const withMade = new Map([...sources, ...WRONG.map(([file, source]) => [file, source] as const), ...RIGHT]);
  made = await findImportViolations(withMade);
}, 60_000);

describe("the rules of who may import whom", () => {
  it("are kept by the whole project", () => {
    expect(real.map(({ from, to, sentence }) => `${from} imports ${to}. ${sentence}`)).toEqual([]);
  });

  it.each(WRONG)("refuse %s: %s", (file, _source, rule) => {
    const found = made.filter((violation) => violation.from === file);
    expect(found.map((violation) => violation.rule)).toContain(rule);
    for (const { sentence } of found) expect(sentence).toMatch(/^.{30,}\.$/);
  });

  it.each(RIGHT)("admit %s", (file) => {
    expect(made.filter((violation) => violation.from === file)).toEqual([]);
  });

  it("refuse files that need each other in a circle", async () => {
    const circle = new Map([
      ["lib/store/one.ts", `import { two } from "./two.ts"; export const one = () => two;`],
      ["lib/store/two.ts", `import { one } from "./one.ts"; export const two = () => one;`],
    ]);
    expect((await findImportViolations(circle)).map(({ rule }) => rule)).toContain("no-circles");
  });

  it("refuse files outside the house", async () => {
    const outside = new Map([["utils/wrong.ts", `import { z } from "zod";`]]);
    expect((await findImportViolations(outside)).map(({ rule }) => rule)).toEqual(["unknown-place"]);
  });
});

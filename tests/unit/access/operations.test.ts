import { describe, expect, it } from "vitest";
import type { Actor } from "#lib/domain/access/actor.ts";
import { PERMISSIONS } from "#lib/domain/access/permissions.ts";
import { OPERATIONS } from "./operation-table.ts";
import { actorOf, CALLERS } from "./roles.ts";

type AnyOperation = ((actor: Actor, input: unknown) => Promise<unknown>) & {
  operation: { name: string; permission: string };
};

const modules = import.meta.glob<Record<string, unknown>>("../../../lib/operations/**/*.ts", { eager: true });

function isOperation(value: unknown): value is AnyOperation {
  return typeof value === "function" && "operation" in value;
}

const found = Object.entries(modules).flatMap(([path, exports]) =>
  Object.values(exports)
    .filter(isOperation)
    .map((operation) => ({ path, operation, name: operation.operation.name })),
);

/** What became of a call with an input that no operation takes, so that nothing is ever done by it. */
async function codeOf(operation: AnyOperation, actor: Actor): Promise<string> {
  return operation(actor, null).then(
    () => "DONE",
    (error: { code?: string }) => error.code ?? "DEFECT",
  );
}

describe("the table of operations", () => {
  it("names every operation there is, and no other", () => {
    expect(found.map((entry) => entry.name).sort()).toEqual(Object.keys(OPERATIONS).sort());
  });

  it("is kept by files that are called like their operation", () => {
    for (const { path, name } of found) {
      const [noun, verb] = name.split("/");
      // A noun with many operations may keep some of them in a folder of their own.
      expect(path).toMatch(new RegExp(`^../../../lib/operations/${noun}/([a-z-]+/)?${verb}\\.ts$`));
    }
  });

  it("uses every permission that is defined", () => {
    const used = new Set(found.map((entry) => entry.operation.operation.permission));
    expect(PERMISSIONS.filter((permission) => !used.has(permission))).toEqual([]);
  });
});

describe.each(found)("$name", ({ operation, name }) => {
  it.each(CALLERS)("for %s", async (caller) => {
    const code = await codeOf(operation, actorOf(caller));
    const isAllowed = OPERATIONS[name]?.includes(caller) ?? false;
    expect(code).toBe(isAllowed ? "INVALID" : caller === "anonymous" ? "UNAUTHENTICATED" : "FORBIDDEN");
  });

  it("lets the system do everything but an annotator’s work", async () => {
    const code = await codeOf(operation, actorOf("system"));
    expect(code).toBe(operation.operation.permission === "visit.work" ? "FORBIDDEN" : "INVALID");
  });
});

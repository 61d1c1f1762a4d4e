import type { z } from "zod";
import type { Actor } from "#lib/domain/access/actor.ts";
import { can, type Permission } from "#lib/domain/access/permissions.ts";
import { AppError, isAppError } from "#lib/domain/shared/errors.ts";
import { issueWords } from "#lib/domain/shared/issue-words.ts";
import { observeOperation } from "#lib/metrics.ts";
import { refuseUnstorable } from "#lib/store/sql.ts";

/** What an operation is made of: its name, the one permission it needs, the shape of its input, and the work. */
export type OperationDefinition<Schema extends z.ZodType, Deps, Output> = {
  /** `<noun>/<verb-noun>`, as the file is called; it appears in logs and in the test of the permission table. */
  name: string;
  permission: Permission;
  input: Schema;
  deps: Deps;
  run: (actor: Actor, input: z.output<Schema>, deps: Deps) => Promise<Output>;
};

/** An operation: checks its actor, parses its input, then works. `deps` is replaced in tests only. */
export type Operation<Schema extends z.ZodType, Deps, Output> = {
  (actor: Actor, input: z.input<Schema>, deps?: Partial<Deps>): Promise<Output>;
  operation: { name: string; permission: Permission };
};

/**
 * Builds an operation, the only way in which anything above the store does something. How long each call took and how it
 * ended is counted for `/api/metrics`, failures of parsing and permission too.
 * Throws `UNAUTHENTICATED` or `FORBIDDEN` before the input is looked at, `INVALID` with one issue per field after, and
 * for a text that no database holds.
 */
export function defineOperation<Schema extends z.ZodType, Deps, Output>(
  definition: OperationDefinition<Schema, Deps, Output>,
): Operation<Schema, Deps, Output> {
  const operation = async (actor: Actor, input: z.input<Schema>, deps?: Partial<Deps>): Promise<Output> => {
    const start = performance.now();
    const observe = (result: string) => observeOperation(definition.name, result, (performance.now() - start) / 1_000);
    try {
      const output = await carryOut(definition, actor, input, deps);
      observe("ok");
      return output;
    } catch (error) {
      observe(isAppError(error) ? error.code : "DEFECT");
      throw error;
    }
  };
  return Object.assign(operation, { operation: { name: definition.name, permission: definition.permission } });
}

async function carryOut<Schema extends z.ZodType, Deps, Output>(
  definition: OperationDefinition<Schema, Deps, Output>,
  actor: Actor,
  input: z.input<Schema>,
  deps: Partial<Deps> | undefined,
): Promise<Output> {
  if (!can(actor, definition.permission)) throw refusal(actor);
  const parsed = definition.input.safeParse(input, { error: issueWords });
  if (!parsed.success) throw invalidInput(parsed.error);
  try {
    return await definition.run(actor, parsed.data, { ...definition.deps, ...deps });
  } catch (error) {
    throw refuseUnstorable(error);
  }
}

function refusal(actor: Actor): AppError {
  return actor.kind === "anonymous"
    ? new AppError("UNAUTHENTICATED", "Sign in to go on.")
    : new AppError("FORBIDDEN", "Your role does not allow this. An administrator can change it.");
}

/** Turns a zod error into an `INVALID` with the field paths as a form or a JSON body spells them. */
export function invalidInput(error: z.ZodError): AppError {
  const issues = error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const first = issues[0];
  const place = first?.path ? `${first.path}: ` : "";
  return new AppError("INVALID", first ? `${place}${first.message}` : "The input does not have the expected form.", {
    issues,
  });
}

import type { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { issueWords } from "#lib/domain/shared/issue-words.ts";
import { requireBodyWithin } from "./body-limit.ts";

/** The JSON body of a request in the expected form. Throws `INVALID` with one issue per field, `TOO_LARGE` over 2 MiB. */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  requireBodyWithin(request.headers);
  const parsed = schema.safeParse(await parseBody(request), { error: issueWords });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  throw new AppError("INVALID", "The body does not have the expected form. Nothing was changed.", { issues });
}

async function parseBody(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new AppError("INVALID", "The body is not JSON. Nothing was changed.");
  }
}

import { AppError } from "../shared/errors.ts";
import { importScaleSchema, type RatingMapping, ratingMappingSchema } from "./rating-mapping.ts";
import { numberOf } from "./read-score.ts";

/** The fields of a form or an address by name. */
type SentFields = Readonly<Record<string, string>>;

function judgeOf(fields: SentFields) {
  const { judgeName = "", judgeModel = "", judgeVersion = "", judgePrompt = "" } = fields;
  return { name: judgeName, model: judgeModel, version: judgeVersion, prompt: judgePrompt };
}

/**
 * What somebody says along with a file: `judgeName`, `judgeModel`, `judgeVersion`, `judgePrompt`, `rater`, `condition`,
 * or a whole `mapping` as JSON, which is what the command takes too. Throws `INVALID` for a mapping that cannot be read.
 */
export function mappingFromFields(fields: SentFields): RatingMapping {
  if (fields.mapping) return parseMapping(fields.mapping);
  return ratingMappingSchema.parse({
    rater: fields.rater ?? "",
    condition: fields.condition ?? "",
    judge: judgeOf(fields),
  });
}

/** A mapping document from its JSON text. Throws `INVALID` with the place that is wrong. */
export function parseMapping(text: string): RatingMapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError("INVALID", "The mapping is no JSON. Nothing was imported.");
  }
  const parsed = ratingMappingSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join(".") ?? "";
  throw new AppError("INVALID", `The mapping is not right at “${place}”: ${issue?.message} Nothing was imported.`);
}

const ROLES = [
  "item",
  "cluster",
  "scenario",
  "system",
  "agent",
  "dimension",
  "rater",
  "raterKind",
  "rationale",
  "inclusion",
] as const;

/** Fields named `scores.0.column`, `scores.1.column`, … as one object for each number, in order. */
function numbered(fields: SentFields, name: string): SentFields[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [key, value] of Object.entries(fields)) {
    const found = new RegExp(`^${name}\\.(\\d{1,3})\\.(\\w+)$`).exec(key);
    if (!found?.[2]) continue;
    const index = Number(found[1]);
    rows.set(index, { ...rows.get(index), [found[2]]: value });
  }
  return [...rows].sort(([first], [second]) => first - second).map(([, row]) => row);
}

function scoreColumns(fields: SentFields) {
  const used = numbered(fields, "scores").filter((row) => row.use !== undefined);
  return used.map((row) => ({
    column: row.column ?? "",
    holds: row.holds ?? "score",
    kind: row.kind ?? "human",
    dimension: row.dimension ?? "",
    rater: row.rater ?? "",
    raterColumn: row.raterColumn ?? "",
    rationaleColumn: row.rationaleColumn ?? "",
    agent: row.agent === "0" || row.agent === "1" || row.agent === "2" ? Number(row.agent) : null,
  }));
}

/** The scales of the form that can be read; `wrong` has a sentence for one that cannot. */
function scales(fields: SentFields): { read: unknown[]; wrong: string } {
  const read: unknown[] = [];
  for (const row of numbered(fields, "scales")) {
    const scale = { ...row, min: numberOf(row.min), max: numberOf(row.max), isWhole: row.whole !== undefined };
    const parsed = importScaleSchema.safeParse(scale);
    if (!parsed.success) return { read, wrong: `The scale of ${row.name} needs two numbers, the lower one first.` };
    read.push(parsed.data);
  }
  return { read, wrong: "" };
}

/**
 * The mapping that the form of a waiting table says. `before` keeps what the form does not show (judge, condition).
 * Throws `INVALID` with a sentence where it cannot be one.
 */
export function mappingFromForm(fields: SentFields, before: RatingMapping): RatingMapping {
  const { read, wrong } = scales(fields);
  if (wrong !== "") throw new AppError("INVALID", wrong);
  const roles = Object.fromEntries(ROLES.map((role) => [role, fields[role] ?? ""]));
  const scores = scoreColumns(fields);
  if (scores.length === 0) throw new AppError("INVALID", "Tick at least one column that holds scores.");
  const table = { ...roles, isItemShared: fields.isItemShared !== undefined, scores, scales: read };
  return parseMapping(JSON.stringify({ ...before, table }));
}

import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { systemActor } from "#lib/domain/access/actor.ts";
import { EXPORT_FORMATS, type ExportFormat } from "#lib/domain/studies/export/formats.ts";
import { openStudyExport } from "#lib/operations/exports/open-study-export.ts";
import { listStudies } from "#lib/operations/studies/list-studies.ts";
import { Sentence } from "./sentence.ts";

const USAGE = `npm run export -- STUDY [--format ${EXPORT_FORMATS.join("|")}] [--out FILE]`;

type Arguments = { study: string; format: ExportFormat; out: string | undefined };

function readArguments(argv: string[]): Arguments {
  const text = { type: "string" } as const;
  const parse = () => parseArgs({ args: argv, allowPositionals: true, options: { format: text, out: text } });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch {
    throw new Sentence(`Usage: ${USAGE}`);
  }
  const [study, ...more] = parsed.positionals;
  const format = (parsed.values.format ?? "bundle") as ExportFormat;
  if (!study || more.length > 0 || !EXPORT_FORMATS.includes(format)) throw new Sentence(`Usage: ${USAGE}`);
  return { study, format, out: parsed.values.out };
}

/** The id of the study that a person means by its id or its exact name. Throws a {@link Sentence} that lists what there is. */
async function findStudyId(given: string): Promise<string> {
  const { studies } = await listStudies(systemActor("export"), { limit: 200 });
  const byId = studies.find((study) => study.id === given);
  const byName = studies.filter((study) => study.name === given);
  if (byId) return byId.id;
  if (byName.length === 1 && byName[0]) return byName[0].id;
  const what = byName.length > 1 ? "Several studies have that name; use the id." : `There is no study “${given}”.`;
  const list = studies.map(({ id, name }) => `  ${id}  ${name}`).join("\n");
  throw new Sentence(`${what} These are the studies:\n${list || "  (none yet)"}`);
}

/**
 * Exports a study to a file in the folder in which the command was typed, and answers the sentence that says so.
 * An existing file is never overwritten. Throws {@link Sentence} or an operation's refusal.
 */
export async function exportFromShell(argv: string[], resolve: (name: string) => string): Promise<string> {
  const { study, format, out } = readArguments(argv);
  const opened = await openStudyExport(systemActor("export"), { studyId: await findStudyId(study), format });
  const file = resolve(out ?? opened.fileName);
  const there = await stat(file).catch(() => null);
  if (there) throw new Sentence(`${file} is there already. Nothing was written; give another name with --out.`);
  await pipeline(Readable.from(opened.content), createWriteStream(file, { flags: "wx", mode: 0o600 }));
  const { size } = await stat(file);
  return `${path.basename(file)}: ${size.toLocaleString("en-US")} bytes written to ${file}`;
}

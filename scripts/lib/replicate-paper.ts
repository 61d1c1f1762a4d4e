import path from "node:path";
import { parseArgs } from "node:util";
import { systemActor } from "#lib/domain/access/actor.ts";
import { reportText } from "#lib/domain/analysis/replication/report-text.ts";
import { replicateFiles } from "#lib/operations/replication/replicate-files.ts";
import { Sentence } from "./sentence.ts";

const USAGE = "npm run replicate -- DIR [--json]";

/** The folder and the wish for JSON. Throws {@link Sentence} for anything else. */
function readArguments(argv: string[]): { folder: string; json: boolean } {
  const parse = () => parseArgs({ args: argv, allowPositionals: true, options: { json: { type: "boolean" } } });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch {
    throw new Sentence(`Usage: ${USAGE}`);
  }
  const [folder, ...more] = parsed.positionals;
  if (!folder || more.length > 0) throw new Sentence(`Usage: ${USAGE}`);
  return { folder, json: parsed.values.json === true };
}

/**
 * Computes SOTOPIA-π's human evaluation anew from the files under a folder and answers the report, or everything as
 * JSON. Throws {@link Sentence} or the operation's refusal.
 */
export async function replicateFromShell(argv: string[], resolve: (name: string) => string): Promise<string> {
  const { folder, json } = readArguments(argv);
  const root = resolve(folder);
  const { used, ...replication } = await replicateFiles(systemActor("replicate"), { folder: root });
  if (json) return `${JSON.stringify({ ...replication, used }, null, 2)}\n`;
  const files = [...used.ratings, ...used.episodes, ...used.judges].map((name) => `  ${path.join(folder, name)}`);
  return `${reportText(replication)}\nComputed from\n${files.join("\n")}\n`;
}

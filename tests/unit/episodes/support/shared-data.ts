import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type DecodedRecord, decodeRecord } from "#lib/domain/episodes/import/decode-record.ts";
import { parseRecord } from "#lib/domain/episodes/import/parse-record.ts";
import type {
  ParseContext,
  ParsedEpisode,
  ParsedProfile,
  ParsedRow,
  ProfileLookup,
} from "#lib/domain/episodes/import/parsed-row.ts";
import { createRecordSplitter } from "#lib/domain/episodes/import/record-splitter.ts";
import type { SplitRecord } from "#lib/domain/episodes/import/split-record.ts";
import type { AgentProfile } from "#lib/domain/scenarios/agent-profile.ts";
import type { Scenario } from "#lib/domain/scenarios/scenario.ts";

const FOLDER = path.resolve(import.meta.dirname, "../../../../../shared/data");

/** True where the open data files lie beside the checkout; tests that read them are skipped elsewhere. */
export const hasSharedData = existsSync(path.join(FOLDER, "episodes"));

/** What a skipped group of tests is called, so that the report says why. */
export const SKIP_NOTE = hasSharedData ? "" : " (skipped: ../shared/data is not here)";

/** SHA-256 in hexadecimal, as parsing wants it. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A data file's text. */
export function readShared(file: string): string {
  return readFileSync(path.join(FOLDER, file), "utf8");
}

/** A data file's bytes. */
export function readSharedBytes(file: string): Uint8Array {
  return readFileSync(path.join(FOLDER, file));
}

/** A file's pieces as the splitter gives them, in chunks of 10,000 characters. */
export function splitShared(file: string): SplitRecord[] {
  const text = readShared(file);
  const splitter = createRecordSplitter();
  const found: SplitRecord[] = [];
  for (let at = 0; at < text.length; at += 10_000) found.push(...splitter.push(text.slice(at, at + 10_000)));
  return [...found, ...splitter.end()];
}

/** Every record of a file, through splitter and decoder; throws for a bad line. */
export function recordsOf(file: string): unknown[] {
  return splitShared(file)
    .map((piece) => decodeRecord(piece))
    .flatMap((decoded: DecodedRecord) => {
      if (!decoded.ok) throw new Error(`${file}, line ${decoded.bad.line}: ${decoded.bad.reason}`);
      return decoded.records;
    });
}

let lookup: ProfileLookup | undefined;

/** The published profiles, read by the import itself. */
export function sharedProfiles(): ProfileLookup {
  if (lookup) return lookup;
  const scenarios = new Map<string, Scenario>();
  const agents = new Map<string, AgentProfile>();
  for (const file of ["profiles/environment_profiles.jsonl", "profiles/agent_profiles.jsonl"])
    for (const record of recordsOf(file)) {
      const row = parseRecord(record, { hash: sha256 });
      if (row.outcome === "refused") throw new Error(row.reason);
      if (row.kind === "scenario") scenarios.set(row.sourceId, row.value);
      if (row.kind === "agent-profile") agents.set(row.sourceId, row.value);
    }
  lookup = { scenario: (id) => scenarios.get(id), agentProfile: (id) => agents.get(id) };
  return lookup;
}

/** Every row of a file, parsed with the published profiles at hand. */
export function rowsOf(file: string): ParsedRow[] {
  const context: ParseContext = { hash: sha256, profiles: sharedProfiles() };
  return recordsOf(file).map((record) => parseRecord(record, context));
}

/** The episodes of a file under one id; fails when there is none. */
export function episodesById(file: string, id: string): ParsedEpisode[] {
  const found = rowsOf(`episodes/${file}.jsonl`).filter(
    (row): row is ParsedEpisode => row.outcome === "ok" && row.kind === "episode" && row.sourceId === id,
  );
  if (found.length === 0) throw new Error(`${file} has no episode ${id} that can be read.`);
  return found;
}

/** The first episode of a file under one id. */
export function episodeById(file: string, id: string): ParsedEpisode {
  return episodesById(file, id)[0] as ParsedEpisode;
}

/** The profile of a file under one id; fails when there is none. */
export function profileById(file: string, id: string): ParsedProfile {
  const row = rowsOf(`profiles/${file}.jsonl`).find((found) => found.outcome === "ok" && found.sourceId === id);
  if (row?.outcome !== "ok" || row.kind === "episode") throw new Error(`No profile ${id} in ${file}.`);
  return row;
}

/** The codes of what was repaired in a row. */
export function repairCodes(row: ParsedRow): string[] {
  return row.outcome === "ok" ? row.repairs.map((repair) => repair.code) : [];
}

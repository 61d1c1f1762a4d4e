import { z } from "zod";
import { issueWords } from "#lib/domain/shared/issue-words.ts";
import { type EpisodeDocument, episodeDocumentSchema, turnSchema } from "./episode.ts";

/** A stored document as far as it can be read. `damage` says what is wrong in it and where; null where it is whole. */
export type ReadDocument = { document: EpisodeDocument; damage: string | null };

/** What is known of an episode beside its document, and stands in for what cannot be read there. */
export type KnownOfEpisode = { scenario: string; names: readonly [string, string] };

/** So many places are named; the others are counted. */
const NAMED_PLACES = 3;

/**
 * Reads the stored document of an episode. One that does not fit is no reason to show nothing: what can be read of it
 * comes out (whole turns alone, under their own numbers), and `damage` names the places that cannot.
 */
export function readStoredDocument(stored: unknown, known: KnownOfEpisode): ReadDocument {
  const parsed = episodeDocumentSchema.safeParse(stored, { error: issueWords });
  if (parsed.success) return { document: parsed.data, damage: null };
  return { document: salvage(stored, known), damage: damageWords(parsed.error) };
}

function salvage(stored: unknown, { scenario, names }: KnownOfEpisode): EpisodeDocument {
  const found = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  const agents = z.array(z.unknown()).catch([]).parse(found.agents);
  const turns = z.array(z.unknown()).catch([]).parse(found.turns);
  return {
    scenario: z.string().catch(scenario).parse(found.scenario),
    agents: [salvageAgent(agents[0], names[0]), salvageAgent(agents[1], names[1])],
    turns: turns.flatMap((turn) => {
      const parsed = turnSchema.safeParse(turn);
      return parsed.success ? [parsed.data] : [];
    }),
  };
}

function salvageAgent(stored: unknown, name: string): EpisodeDocument["agents"][number] {
  const text = z.string().catch("");
  const textOrNull = z.string().nullable().catch(null);
  const fields = { background: text, secret: text, goal: text, profileSourceId: textOrNull, seenByOther: textOrNull };
  const schema = z.object({ name: z.string().min(1).catch(name), ...fields });
  return schema.parse(z.record(z.string(), z.unknown()).catch({}).parse(stored));
}

/** “turns 3: An object is expected.”, for as many places as can be read at a glance; entries of lists count from 1. */
function damageWords({ issues }: z.ZodError): string {
  const named = issues.slice(0, NAMED_PLACES).map(({ path, message }) => {
    const place = path.map((part) => (typeof part === "number" ? part + 1 : String(part))).join(" ");
    return `${place || "the whole"}: ${message}`;
  });
  const more = issues.length - NAMED_PLACES;
  if (more > 0) named.push(more === 1 ? "One more place is wrong." : `${more} more places are wrong.`);
  return named.join(" ");
}

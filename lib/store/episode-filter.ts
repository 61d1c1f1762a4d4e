import type { EpisodeFilter } from "#lib/domain/episodes/filter.ts";
import { Prisma } from "./generated/client.ts";

/** A piece of SQL with its parameters. */
export type Sql = Prisma.Sql;

/** Words of a search, at most this many: more only slow it down. */
const MAX_WORDS = 12;

/**
 * The text that `to_tsquery` understands: every word must begin some word of the episode. Null when nothing is left.
 * Words are what lies between blanks and punctuation, except the characters that ids, codenames and tags are made of.
 */
export function searchQuery(search: string): string | null {
  const words = search
    .toLowerCase()
    .split(/[^\p{L}\p{N}_./'’-]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((word) => word !== "")
    .slice(0, MAX_WORDS);
  // A quoted word is split again by PostgreSQL exactly as the stored text was, so that "o'malley" meets "O'Malley".
  return words.length === 0 ? null : words.map((word) => `'${word.replaceAll("'", "''")}':*`).join(" & ");
}

/** Both seats count: a policy may have played either one, and its partner the other. */
function policyConditions(policy: string | undefined, partner: string | undefined): Sql[] {
  if (policy !== undefined && partner !== undefined) {
    return [
      Prisma.sql`((e.agent1_policy = ${policy} AND e.agent2_policy = ${partner}) OR (e.agent1_policy = ${partner} AND e.agent2_policy = ${policy}))`,
    ];
  }
  const either = policy ?? partner;
  return either === undefined ? [] : [Prisma.sql`(e.agent1_policy = ${either} OR e.agent2_policy = ${either})`];
}

/** Each in the words of its partial index, ratings from files among them. */
const BY_JUDGE = Prisma.sql`(e.has_judgments OR e.has_imported_judgments)`;
const BY_PEOPLE = Prisma.sql`(e.annotation_count > 0 OR e.imported_rater_count > 0)`;

function ratedConditions(rated: EpisodeFilter["rated"]): Sql[] {
  switch (rated) {
    case "judge":
      return [BY_JUDGE];
    case "human":
      return [BY_PEOPLE];
    case "both":
      return [BY_JUDGE, BY_PEOPLE];
    case "none":
      return [Prisma.sql`NOT ${BY_JUDGE}`, Prisma.sql`NOT ${BY_PEOPLE}`];
    default:
      return [];
  }
}

function conflictCondition(conflict: EpisodeFilter["conflict"]): Sql {
  if (conflict === "open") return Prisma.sql`e.conflict_state = 'open'`;
  if (conflict === "set-aside") return Prisma.sql`e.conflict_state = 'set-aside'`;
  return Prisma.sql`(e.conflict_state IS NULL OR e.conflict_state <> 'set-aside')`;
}

function equalities(filter: EpisodeFilter): Sql[] {
  const out: Sql[] = [];
  if (filter.scenario !== undefined) out.push(Prisma.sql`e.codename = ${filter.scenario}`);
  if (filter.scenarioId !== undefined) out.push(Prisma.sql`e.scenario_source_id = ${filter.scenarioId}`);
  if (filter.tag !== undefined) out.push(Prisma.sql`e.tag = ${filter.tag}`);
  if (filter.sourceFile !== undefined) out.push(Prisma.sql`e.source_file = ${filter.sourceFile}`);
  if (filter.importId !== undefined) out.push(Prisma.sql`e.import_id = ${filter.importId}`);
  if (filter.prompt !== undefined) out.push(Prisma.sql`e.prompt_mark = ${filter.prompt}`);
  if (filter.demo !== undefined) out.push(filter.demo === "only" ? Prisma.sql`e.is_demo` : Prisma.sql`NOT e.is_demo`);
  return out;
}

/**
 * The conditions of a filter on the table alias `e`, one piece each; never empty. Shared by browsing and by drawing
 * study items, so that a researcher draws from exactly what she saw.
 */
function episodeConditions(filter: EpisodeFilter): Sql[] {
  const out = [conflictCondition(filter.conflict), ...policyConditions(filter.policy, filter.partner)];
  if (filter.search !== undefined) {
    const query = searchQuery(filter.search);
    out.push(query === null ? Prisma.sql`false` : Prisma.sql`e.search @@ to_tsquery('simple', ${query})`);
  }
  out.push(...equalities(filter), ...ratedConditions(filter.rated));
  if (filter.hard === "only") out.push(Prisma.sql`e.is_hard`);
  if (filter.hard === "without") out.push(Prisma.sql`NOT e.is_hard`);
  if (filter.turnsFrom !== undefined) out.push(Prisma.sql`e.turn_count >= ${filter.turnsFrom}`);
  if (filter.turnsTo !== undefined) out.push(Prisma.sql`e.turn_count <= ${filter.turnsTo}`);
  return out;
}

/** {@link episodeConditions} joined by “and”, for `SELECT … FROM episodes e WHERE …`. */
export function episodeFilterSql(filter: EpisodeFilter): Sql {
  return Prisma.join(episodeConditions(filter), " AND ");
}

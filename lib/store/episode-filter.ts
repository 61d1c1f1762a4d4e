import type { EpisodeFilter } from "#lib/domain/episodes/filter.ts";
import { Prisma } from "./generated/client.ts";

/** A condition that every row meets. */
const TRUE = Prisma.sql`TRUE`;

/**
 * The SQL condition of an episode filter over a table aliased `e` (`episodes e`). Each part can use an index of the
 * table; parts that are not set are left out.
 */
export function episodeFilterSql(filter: EpisodeFilter): Prisma.Sql {
  const parts = [...textParts(filter), ...policyParts(filter), ...stateParts(filter)];
  return parts.length === 0 ? TRUE : Prisma.join(parts, " AND ");
}

function textParts(filter: EpisodeFilter): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  if (filter.search) parts.push(Prisma.sql`e.search @@ websearch_to_tsquery('simple', ${filter.search})`);
  if (filter.scenario) parts.push(Prisma.sql`e.codename = ${filter.scenario}`);
  if (filter.tag) parts.push(Prisma.sql`e.tag = ${filter.tag}`);
  if (filter.sourceFile) parts.push(Prisma.sql`e.source_file = ${filter.sourceFile}`);
  if (filter.importId) parts.push(Prisma.sql`e.import_id = ${filter.importId}`);
  return parts;
}

/** One policy may sit in either seat; a partner must sit in the seat that the policy leaves. */
function policyParts({ policy, partner }: EpisodeFilter): Prisma.Sql[] {
  if (policy && partner) {
    return [
      Prisma.sql`((e.agent1_policy = ${policy} AND e.agent2_policy = ${partner}) OR (e.agent1_policy = ${partner} AND e.agent2_policy = ${policy}))`,
    ];
  }
  const one = policy || partner;
  return one ? [Prisma.sql`(e.agent1_policy = ${one} OR e.agent2_policy = ${one})`] : [];
}

function stateParts(filter: EpisodeFilter): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  if (filter.hard) parts.push(Prisma.sql`e.is_hard = ${filter.hard === "only"}`);
  if (filter.rated === "judge") parts.push(Prisma.sql`e.has_judgments`);
  if (filter.rated === "human") parts.push(Prisma.sql`e.annotation_count > 0`);
  if (filter.rated === "none") parts.push(Prisma.sql`(NOT e.has_judgments AND e.annotation_count = 0)`);
  if (filter.turnsFrom !== undefined) parts.push(Prisma.sql`e.turn_count >= ${filter.turnsFrom}`);
  if (filter.turnsTo !== undefined) parts.push(Prisma.sql`e.turn_count <= ${filter.turnsTo}`);
  if (filter.conflict) parts.push(Prisma.sql`e.conflict_state = ${filter.conflict}`);
  return parts;
}

import type { AgentProfile } from "#lib/domain/scenarios/agent-profile.ts";
import type { ListedScenario } from "#lib/domain/scenarios/listed-scenario.ts";
import type { Scenario } from "#lib/domain/scenarios/scenario.ts";
import { getDb } from "./db.ts";
import type { AgentProfile as AgentProfileRow, Scenario as ScenarioRow } from "./generated/client.ts";
import { Prisma } from "./generated/client.ts";

/** A stored scenario as the domain knows it. */
function toScenario(row: ScenarioRow): Scenario {
  return {
    sourceId: row.sourceId,
    codename: row.codename,
    source: row.source,
    scenario: row.scenario,
    agentGoals: [row.goals[0] ?? "", row.goals[1] ?? ""],
    relationship: row.relationship,
    ageConstraint: row.ageConstraint,
    occupationConstraint: row.occupationConstraint,
    agentConstraint: row.agentConstraint,
    tag: "",
  };
}

/** A stored character as the domain knows it. */
function toAgentProfile(row: AgentProfileRow): AgentProfile {
  const { sourceId, firstName, lastName, age, occupation, gender, genderPronoun, publicInfo, bigFive } = row;
  const { moralValues, schwartzPersonalValues, personalityAndValues, decisionMakingStyle, secret, mbti } = row;
  return {
    ...{ sourceId, firstName, lastName, age, occupation, gender, genderPronoun, publicInfo, bigFive },
    ...{ moralValues, schwartzPersonalValues, personalityAndValues, decisionMakingStyle, secret, mbti, tag: "" },
  };
}

/** The scenarios under these source ids; where several versions are kept, the one that counts. */
export async function findScenariosBySourceIds(sourceIds: string[]): Promise<Scenario[]> {
  if (sourceIds.length === 0) return [];
  const rows = await getDb().scenario.findMany({ where: { sourceId: { in: sourceIds }, isCurrent: true } });
  return rows.map(toScenario);
}

/** The characters under these source ids; where several versions are kept, the one that counts. */
export async function findAgentProfilesBySourceIds(sourceIds: string[]): Promise<AgentProfile[]> {
  if (sourceIds.length === 0) return [];
  const rows = await getDb().agentProfile.findMany({ where: { sourceId: { in: sourceIds }, isCurrent: true } });
  return rows.map(toAgentProfile);
}

/** Conditions on scenarios; all optional. `search` looks in codename, source, text and id. */
export type ScenarioFilter = { search?: string | undefined; hard?: boolean | undefined; source?: string | undefined };

/** Scenarios by codename and id, after the place `after`, at most `limit`; each with its number of episodes. */
export async function listScenarios(
  filter: ScenarioFilter,
  after: { codename: string; id: string } | null,
  limit: number,
): Promise<ListedScenario[]> {
  const where = [Prisma.sql`true`];
  if (filter.search) {
    const like = `%${filter.search.replace(/[\\%_]/g, "\\$&")}%`;
    where.push(
      Prisma.sql`(s.codename ILIKE ${like} OR s.source ILIKE ${like} OR s.scenario ILIKE ${like} OR s.source_id ILIKE ${like})`,
    );
  }
  if (filter.hard) where.push(Prisma.sql`s.is_hard`);
  if (filter.source) where.push(Prisma.sql`s.source = ${filter.source}`);
  if (after) where.push(Prisma.sql`(s.codename, s.id) > (${after.codename}, ${after.id})`);
  return getDb().$queryRaw<ListedScenario[]>`
    SELECT s.id, s.source_id AS "sourceId", s.variant, s.is_current AS "isCurrent", s.codename, s.source, s.scenario, s.relationship,
      s.is_hard AS "isHard", s.is_demo AS "isDemo",
      (SELECT count(*)::int FROM episodes e WHERE e.scenario_source_id = s.source_id) AS "episodeCount"
    FROM scenarios s WHERE ${Prisma.join(where, " AND ")} ORDER BY s.codename, s.id LIMIT ${limit}`;
}

/** One scenario with the pairs of characters that are meant for it. */
export async function findScenario(id: string) {
  const row = await getDb().scenario.findUnique({ where: { id } });
  if (!row) return null;
  const combos = await getDb().scenarioCombo.findMany({
    where: { scenarioSourceId: row.sourceId, isCurrent: true },
    orderBy: { sourceId: "asc" },
    take: 100,
  });
  const ids = [...new Set(combos.flatMap((combo) => combo.agentSourceIds))];
  const characters = await findAgentProfilesBySourceIds(ids);
  const versions = await getDb().scenario.count({ where: { sourceId: row.sourceId } });
  return { ...row, combos: combos.map((combo) => combo.agentSourceIds), characters, versions };
}

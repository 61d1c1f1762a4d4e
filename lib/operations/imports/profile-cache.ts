import type { ProfileLookup } from "#lib/domain/episodes/import/parsed-row.ts";
import type { AgentProfile } from "#lib/domain/scenarios/agent-profile.ts";
import type { Scenario } from "#lib/domain/scenarios/scenario.ts";
import { findAgentProfilesBySourceIds, findScenariosBySourceIds } from "#lib/store/scenarios.ts";

/** Profiles kept in memory at most, of each kind; beyond it the cache starts anew. */
const KEPT = 2_000;

type Named = { environment?: unknown; environment_id?: unknown; agents?: unknown; agent_ids?: unknown };

function idsOf(values: unknown[]): string[] {
  return values.filter((value): value is string => typeof value === "string" && value !== "").map((id) => id.trim());
}

/**
 * The profiles that an import's records name, read when a batch first needs them. Only found ones are remembered,
 * since a missing one may arrive with the next batch.
 */
export class ProfileCache implements ProfileLookup {
  readonly #scenarios = new Map<string, Scenario>();
  readonly #agents = new Map<string, AgentProfile>();

  /** Reads what these records name and is not here yet, with two queries at most. */
  async prepare(records: readonly unknown[]): Promise<void> {
    if (this.#scenarios.size > KEPT) this.#scenarios.clear();
    if (this.#agents.size > KEPT) this.#agents.clear();
    const objects = records.filter((record): record is Named => typeof record === "object" && record !== null);
    const scenarioIds = new Set(idsOf(objects.flatMap((named) => [named.environment, named.environment_id])));
    const agentIds = new Set(idsOf(objects.flatMap((named) => [named.agents, named.agent_ids]).flat()));
    const missing = <T>(ids: Set<string>, known: Map<string, T>) => [...ids].filter((id) => !known.has(id));
    for (const found of await findScenariosBySourceIds(missing(scenarioIds, this.#scenarios))) {
      this.#scenarios.set(found.sourceId, found);
    }
    for (const found of await findAgentProfilesBySourceIds(missing(agentIds, this.#agents))) {
      this.#agents.set(found.sourceId, found);
    }
  }

  scenario(sourceId: string): Scenario | undefined {
    return this.#scenarios.get(sourceId);
  }

  agentProfile(sourceId: string): AgentProfile | undefined {
    return this.#agents.get(sourceId);
  }
}

import { z } from "zod";
import type { ListedScenario } from "#lib/domain/scenarios/listed-scenario.ts";
import { listScenarios as listStoredScenarios } from "#lib/store/scenarios.ts";
import { defineOperation } from "../define-operation.ts";

const PAGE = 100;

/** A place in the list: codename and id of the last scenario of the page before, as it stands in an address. */
function readPlace(place: string | undefined): { codename: string; id: string } | null {
  const at = place?.lastIndexOf("~") ?? -1;
  return place && at >= 0 ? { codename: place.slice(0, at), id: place.slice(at + 1) } : null;
}

/** Scenarios by codename. `next` is what to go on with, null at the end. */
export const listScenarios = defineOperation({
  name: "scenarios/list-scenarios",
  permission: "episodes.read",
  input: z.object({
    search: z.string().trim().max(200).optional(),
    hard: z.boolean().optional(),
    after: z.string().max(400).optional(),
  }),
  deps: {},
  async run(_actor, { search, hard, after }): Promise<{ scenarios: ListedScenario[]; next: string | null }> {
    const rows = await listStoredScenarios({ search: search || undefined, hard }, readPlace(after), PAGE + 1);
    const scenarios = rows.slice(0, PAGE);
    const last = scenarios.at(-1);
    return { scenarios, next: rows.length > PAGE && last ? `${last.codename}~${last.id}` : null };
  },
});

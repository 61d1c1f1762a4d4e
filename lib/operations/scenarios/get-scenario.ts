import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { countEpisodes } from "#lib/store/episodes.ts";
import { findScenario } from "#lib/store/scenarios.ts";
import { defineOperation } from "../define-operation.ts";

/** One scenario with its pairs of characters and the number of its episodes. Throws `NOT_FOUND`. */
export const getScenario = defineOperation({
  name: "scenarios/get-scenario",
  permission: "episodes.read",
  input: z.object({ scenarioId: z.string().min(1) }),
  deps: {},
  async run(_actor, { scenarioId }) {
    const scenario = await findScenario(scenarioId);
    if (!scenario) throw new AppError("NOT_FOUND", "There is no such scenario.");
    const episodeCount = await countEpisodes({ scenarioId: scenario.sourceId }, 10_001);
    return { ...scenario, episodeCount };
  },
});

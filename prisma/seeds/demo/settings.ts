import type { ScenarioCombo } from "#lib/domain/scenarios/scenario.ts";
import type { DemoSetting } from "./types.ts";

/** The judge of all demo episodes: an invented model. */
export const DEMO_JUDGE = "demo-judge-1";
/** Its version, so that the demo’s numbers carry no warning that it is not known. */
export const DEMO_JUDGE_VERSION = "2025-01";

/** The invented model that sits opposite the policy in every demo episode. */
export const DEMO_PARTNER = "demo-partner-1";

/** The demo's saved question: both policies, the hasty one as base, as people of both studies and the judge rated them. */
export const DEMO_ANALYSIS = {
  name: "Demo: does the judge overrate the steady policy?",
  policies: [
    { names: ["demo-hasty-1"], label: "hasty" },
    { names: ["demo-steady-1"], label: "steady" },
  ],
  partnerPolicies: [DEMO_PARTNER],
};

/** Twelve settings, each played once by either policy: six with the policy in seat 1, six with it in seat 2. */
export const DEMO_SETTINGS: DemoSetting[] = [
  setting("last-crate-seller", "demo-scenario-01", ["demo-agent-01", "demo-agent-02"], 1),
  setting("last-crate-buyer", "demo-scenario-01", ["demo-agent-01", "demo-agent-02"], 2),
  setting("poster-line", "demo-scenario-02", ["demo-agent-05", "demo-agent-06"], 2),
  setting("saturday-shift", "demo-scenario-03", ["demo-agent-03", "demo-agent-04"], 1),
  setting("dented-door", "demo-scenario-04", ["demo-agent-06", "demo-agent-14"], 1),
  setting("thermostat-cold", "demo-scenario-05", ["demo-agent-11", "demo-agent-05"], 1),
  setting("thermostat-warm", "demo-scenario-05", ["demo-agent-11", "demo-agent-05"], 2),
  setting("canyon-dog", "demo-scenario-06", ["demo-agent-07", "demo-agent-08"], 2),
  setting("credit-line", "demo-scenario-07", ["demo-agent-09", "demo-agent-10"], 1),
  setting("upright-piano", "demo-scenario-08", ["demo-agent-12", "demo-agent-13"], 2),
  setting("friday-at-seven", "demo-scenario-09", ["demo-agent-13", "demo-agent-11"], 2),
  setting("duluth", "demo-scenario-10", ["demo-agent-14", "demo-agent-03"], 1),
];

function setting(
  id: string,
  scenarioSourceId: string,
  agentSourceIds: [string, string],
  policySeat: 1 | 2,
): DemoSetting {
  return { id, scenarioSourceId, agentSourceIds, policySeat };
}

/** Which pair is seated in which scenario: one combination for each, whatever seat the policy takes. */
export const DEMO_COMBOS: ScenarioCombo[] = DEMO_SETTINGS.filter(
  (one, index) => DEMO_SETTINGS.findIndex((other) => other.scenarioSourceId === one.scenarioSourceId) === index,
).map(({ scenarioSourceId, agentSourceIds }) => ({
  sourceId: scenarioSourceId.replace("scenario", "combo"),
  scenarioSourceId,
  agentSourceIds,
}));

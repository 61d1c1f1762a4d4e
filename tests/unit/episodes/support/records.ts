import { parseRecord } from "#lib/domain/episodes/import/parse-record.ts";
import type {
  ParsedEpisode,
  ParsedProfile,
  ProfileLookup,
  RefusedRow,
} from "#lib/domain/episodes/import/parsed-row.ts";
import type { AgentProfile } from "#lib/domain/scenarios/agent-profile.ts";
import type { Scenario } from "#lib/domain/scenarios/scenario.ts";
import {
  inventedEpisode,
  renderInteractions,
  renderMessages,
  renderPrompt,
  renderReasoning,
  scores,
} from "./rendering.ts";
import { sha256 } from "./shared-data.ts";

/** The invented episode of which all these records tell. */
export const EPISODE = inventedEpisode();
/** The profile of its scenario. */
export const SCENARIO: Scenario = {
  sourceId: "SC1",
  codename: "ladder",
  source: "hand-craft",
  scenario: `${EPISODE.scenario} <p viewer="environment">It is raining.</p>`,
  agentGoals: ["a", "b"],
  relationship: 2,
  ageConstraint: null,
  occupationConstraint: null,
  agentConstraint: null,
  tag: "",
};
/** The profile of its first character, as far as a name goes. */
export const AGENT = { firstName: "Ines", lastName: "Okafor" } as AgentProfile;

/** Profiles at hand while a record is parsed: the scenario, and characters by id under these names. */
export function lookup(scenario: Scenario | undefined = SCENARIO, agents: Record<string, string> = {}): ProfileLookup {
  return {
    scenario: (id) => (id === "SC1" ? scenario : undefined),
    agentProfile: (id) => {
      const [firstName, lastName] = agents[id]?.split(" ") ?? [];
      return firstName ? { ...AGENT, firstName, lastName: lastName ?? "" } : undefined;
    },
  };
}

/** Parses a record that must be an episode. */
export function episode(record: unknown, profiles?: ProfileLookup): ParsedEpisode {
  const row = parseRecord(record, { hash: sha256, profiles });
  if (row.outcome === "refused") throw new Error(row.reason);
  if (row.kind !== "episode") throw new Error(`This is a ${row.kind}.`);
  return row;
}

/** Parses a record that must be a profile. */
export function profile(record: unknown): ParsedProfile {
  const row = parseRecord(record, { hash: sha256 });
  if (row.outcome === "refused" || row.kind === "episode") throw new Error("No profile.");
  return row;
}

/** Parses a record that must be refused. */
export function refused(record: unknown): RefusedRow {
  const row = parseRecord(record, { hash: sha256 });
  if (row.outcome !== "refused") throw new Error("The record was taken.");
  return row;
}

/** The episode as Hugging Face spells it. */
export const HUGGING_FACE = {
  episode_id: "EP1",
  environment_id: "SC1",
  agent_ids: ["AG1", "AG2"],
  experiment_tag: "round/1.0__clean",
  experiment_model_name_pairs: ["judge-1", "policy-a", "policy-b"],
  raw_messages: renderMessages(EPISODE),
  raw_rewards: [
    [3, scores()],
    [3, scores({ goal: 2 })],
  ],
  raw_rewards_prompt: "",
  scenario: SCENARIO.scenario,
  codename: "ladder",
  agents_background: {},
  social_goals: {},
  social_interactions: "",
  reasoning: renderReasoning(),
  rewards: [scores(), scores({ goal: 2 })],
};
/** The episode in the reduced form. */
export const REDUCED = {
  episode_id: "EP1",
  scenario: SCENARIO.scenario,
  codename: "ladder",
  agents_background: Object.fromEntries(
    EPISODE.names.map((name, seat) => [
      name,
      `${EPISODE.backgrounds[seat]} ${name.split(" ")[0]}'s secrets: ${EPISODE.secrets[seat]}`,
    ]),
  ),
  social_goals: {
    [EPISODE.names[0]]: EPISODE.goals[0],
    [EPISODE.names[1]]: `${EPISODE.goals[1]} (<extra_info>It is new</extra_info>)`,
  },
  social_interactions: renderInteractions(EPISODE),
  reasoning: renderReasoning(),
  rewards: [scores(), scores({ goal: 2 })],
};
/** The episode of which only the evaluator’s prompt has the dialogue. */
export const PARTIAL = {
  pk: "EP1",
  environment: "SC1",
  tag: "t",
  models: ["judge-1", "a", "b"],
  rewards_prompt: renderPrompt(EPISODE),
};

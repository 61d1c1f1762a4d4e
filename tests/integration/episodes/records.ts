/** How a record of these tests differs from the usual one. */
export type RecordWish = {
  id: string;
  environment?: string;
  tag?: string;
  models?: [string, string, string];
  names?: [string, string];
  says?: string[];
  rated?: boolean;
  scenario?: string;
};

const RANGES = {
  believability: [7, 8],
  relationship: [-1, 2],
  knowledge: [3, 4],
  secret: [0, -2],
  social_rules: [0, -1],
  financial_and_material_benefits: [1, 0],
  goal: [6, 9],
} as const;

function context(names: [string, string], seat: 0 | 1, scenario: string): string {
  const bio = (agent: 0 | 1) =>
    `${names[agent]} is a ${40 + agent}-year-old baker.${seat === agent ? ` ${names[agent].split(" ")[0]}'s secrets: Hides letter ${agent + 1}.` : ""}`;
  const goal = (agent: 0 | 1) => (seat === agent ? `Reach aim ${agent + 1}.` : "Unknown");
  return `Here is the context of this interaction:\nScenario: ${scenario}\nParticipants: ${names[0]} and ${names[1]}\n${names[0]}'s background: ${bio(0)}\n${names[1]}'s background: ${bio(1)}\n${names[0]}'s goal: ${goal(0)}\n${names[1]}'s goal: ${goal(1)}\nConversation Starts:\n`;
}

function reward(seat: 0 | 1): [number, Record<string, number>] {
  const entries = Object.entries(RANGES).map(([dimension, pair]): [string, number] => [dimension, pair[seat]]);
  const scores: Record<string, number> = Object.fromEntries(entries);
  const overall = entries.reduce((sum, [, score]) => sum + score, 0) / 7;
  return [overall, { ...scores, overall_score: overall }];
}

function reasoning(): string {
  const block = (agent: number) =>
    Object.keys(RANGES)
      .map((dimension) => `${dimension}: Reason ${agent} for ${dimension}.`)
      .join("\n");
  return `Environment comments: terminated: Agent 2 is leaving; \nAgent 1 comments:\n${block(1)}\nAgent 2 comments:\n${block(2)}\n`;
}

/** An EpisodeLog record, invented for the tests. */
export function episodeLog(wish: RecordWish): Record<string, unknown> {
  const names = wish.names ?? ["Ada Quill", "Bo Reed"];
  const scenario = wish.scenario ?? "Two bakers share an oven on a busy morning.";
  const says = wish.says ?? ["Good morning.", "Morning. Is the oven free?"];
  const actions = [...says.map((text) => `said: "${text}"`), "left the conversation"];
  const messages = actions.map((action, turn) => [
    ["Environment", names[0], turn === 0 ? context(names, 0, scenario) : `Turn #${turn - 1}: ${actions[turn - 1]}`],
    ["Environment", names[1], turn === 0 ? context(names, 1, scenario) : `Turn #${turn - 1}: ${actions[turn - 1]}`],
    [names[0], "Environment", turn % 2 === 0 ? action : "did nothing"],
    [names[1], "Environment", turn % 2 === 1 ? action : "did nothing"],
  ]);
  return {
    pk: wish.id,
    environment: wish.environment ?? "TESTSCENARIO01",
    agents: ["TESTAGENT01", "TESTAGENT02"],
    tag: wish.tag ?? "trial_one",
    models: wish.models ?? ["judge-x", "model-a", "model-b"],
    messages,
    reasoning: wish.rated === false ? "" : reasoning(),
    rewards: wish.rated === false ? [0.0, 0.0] : [reward(0), reward(1)],
    rewards_prompt: "",
  };
}

/** The same record in the Hugging Face spelling: other names for the same values. */
export function huggingFace(log: Record<string, unknown>): Record<string, unknown> {
  const rewards = log.rewards as [number, Record<string, number>][];
  return {
    episode_id: log.pk,
    environment_id: log.environment,
    agent_ids: log.agents,
    experiment_tag: log.tag,
    experiment_model_name_pairs: log.models,
    raw_messages: log.messages,
    raw_rewards: rewards,
    raw_rewards_prompt: log.rewards_prompt,
    reasoning: log.reasoning,
    rewards: rewards.map((pair) => pair[1]),
  };
}

/** An environment profile for the usual record. */
export function environmentProfile(wish: { id?: string; codename?: string; scenario?: string } = {}) {
  return {
    env_id: wish.id ?? "TESTSCENARIO01",
    codename: wish.codename ?? "shared_oven",
    source: "invented",
    scenario: wish.scenario ?? "Two bakers share an oven on a busy morning.",
    agent_goals: ["Reach aim 1.", "Reach aim 2."],
    relationship: "2",
    age_constraint: "[(18, 70), (18, 70)]",
    occupation_constraint: "nan",
    agent_constraint: "none",
  };
}

import type { ActionType, Turn } from "#lib/domain/episodes/episode.ts";

/** An invented episode from which every spelling can be written. */
export type Invented = {
  names: [string, string];
  scenario: string;
  backgrounds: [string, string];
  secrets: [string, string];
  goals: [string, string];
  turns: Pick<Turn, "agent" | "type" | "text">[];
};

/** A short invented episode with every action type. */
export function inventedEpisode(change: Partial<Invented> = {}): Invented {
  return {
    names: ["Ines Okafor", "Tomas Lind"],
    scenario: "Two neighbours meet at the letter boxes of their house.",
    backgrounds: [
      "Ines Okafor is a 33-year-old female tram driver. She/her pronouns. Ines Okafor grows chillies. Personality and values description: Ines Okafor is patient.",
      "Tomas Lind is a 58-year-old male piano tuner. He/him pronouns. Tomas Lind sings in a choir. Personality and values description: Tomas Lind is proud.",
    ],
    secrets: ["She failed the first driving test.", "He cannot read music"],
    goals: ["Get Tomas to lend the ladder", "Keep the ladder at home"],
    turns: [
      { agent: 1, type: "speak", text: "Good morning, Tomas. Is your ladder free?" },
      { agent: 2, type: "non-verbal communication", text: "looks at the floor" },
      { agent: 1, type: "action", text: "holds up a jar of chillies" },
      { agent: 2, type: "none", text: "" },
      { agent: 1, type: "speak", text: "It is only for an hour." },
      { agent: 2, type: "leave", text: "" },
    ],
    ...change,
  };
}

/** An action as SOTOPIA renders it, without the name. */
export function renderAction(type: ActionType, text: string): string {
  if (type === "speak") return `said: "${text}"`;
  if (type === "leave") return "left the conversation";
  return type === "none" ? "did nothing" : `[${type}] ${text}`;
}

/** The context lines: everything for the evaluator (`viewer` null), or what the agent in one seat is shown. */
export function renderContextLines(episode: Invented, viewer: 0 | 1 | null): string {
  const { names } = episode;
  const bio = (seat: 0 | 1) => {
    const secret =
      viewer === null || viewer === seat ? ` ${names[seat].split(" ")[0]}'s secrets: ${episode.secrets[seat]}` : " ";
    return `${names[seat]}'s background: ${episode.backgrounds[seat]}${secret}`;
  };
  const goal = (seat: 0 | 1) =>
    `${names[seat]}'s goal: ${viewer === null || viewer === seat ? episode.goals[seat] : "Unknown"}`;
  return [
    "Here is the context of this interaction:",
    `Scenario: ${episode.scenario}`,
    `Participants: ${names[0]} and ${names[1]}`,
    bio(0),
    bio(1),
    goal(0),
    goal(1),
  ].join("\n");
}

/** The evaluator's prompt as the human study's exporter left it: cut, with a dangling comma. */
export function renderPrompt(
  episode: Invented,
  style: "line" | "colon" = "line",
  from = style === "line" ? 1 : 0,
): string {
  const turns = episode.turns.map(({ agent, type, text }, index) => {
    const action = type === "none" ? "" : `${episode.names[agent - 1]} ${renderAction(type, text)}`;
    if (style === "colon") return `Turn #${from + index}: ${action}`;
    return action === "" ? `Turn #${from + index}` : `Turn #${from + index}\n${action}`;
  });
  return `Prompt after formatting:\n${renderContextLines(episode, null)}\n${turns.join("\n")},`;
}

/** EpisodeLog messages: turns of [sender, receiver, text]. */
export function renderMessages(episode: Invented): [string, string, string][][] {
  const { names, turns } = episode;
  const seen = (index: number): string => {
    const last = turns[index - 1];
    if (!last) return "";
    const action = last.type === "none" ? "" : `${names[last.agent - 1]} ${renderAction(last.type, last.text)}`;
    return `Turn #${index - 1}: ${action}\n`;
  };
  const observation = (index: number, seat: 0 | 1) =>
    index === 0 ? `\n${renderContextLines(episode, seat)}\nConversation Starts:\n` : seen(index);
  const lists = turns.map((turn, index): [string, string, string][] => [
    ["Environment", names[0], observation(index, 0)],
    ["Environment", names[1], observation(index, 1)],
    [names[0], "Environment", turn.agent === 1 ? renderAction(turn.type, turn.text) : "did nothing"],
    [names[1], "Environment", turn.agent === 2 ? renderAction(turn.type, turn.text) : "did nothing"],
  ]);
  lists.push([
    ["Environment", names[0], observation(turns.length, 0)],
    ["Environment", names[1], observation(turns.length, 1)],
  ]);
  return lists;
}

/** The flat list of strings that some forks store. */
export function renderFlatMessages(episode: Invented): string[] {
  const lists = renderMessages(episode);
  return [
    ...(lists[0] ?? []).slice(0, 2).map(([, , text]) => text),
    ...lists.slice(1).map((turn) => turn[0]?.[2] ?? ""),
  ];
}

/** The dialogue of an export: one paragraph a turn. */
export function renderInteractions(episode: Invented): string {
  return episode.turns
    .map(({ agent, type, text }) => {
      if (type === "none") return "";
      return `${episode.names[agent - 1]}${type === "speak" ? "" : ":"} ${renderAction(type, text)}`;
    })
    .join("\n\n");
}

/** The turns as parsing should give them back: numbered from 1. */
export function expectedTurns(episode: Invented): Turn[] {
  return episode.turns.map((turn, index) => ({ number: index + 1, ...turn }));
}

const SCORES = {
  believability: 9,
  relationship: -2,
  knowledge: 4,
  secret: 0,
  social_rules: -1,
  financial_and_material_benefits: 3,
  goal: 8,
};

/** One agent's seven scores with their mean. */
export function scores(change: Record<string, unknown> = {}): Record<string, unknown> {
  const all: Record<string, unknown> = { ...SCORES, ...change };
  const numbers = Object.values(all).filter((score): score is number => typeof score === "number");
  return { overall_score: numbers.reduce((sum, score) => sum + score, 0) / numbers.length, ...all };
}

/** A judge's comments in SOTOPIA's layout. */
export function renderReasoning(): string {
  const lines = (agent: number) =>
    Object.keys(SCORES).map((key) => `${key}: Agent ${agent} on ${key}.\nA second line.`);
  return `Environment comments: terminated: Agent 2 is leaving; \nAgent 1 comments:\n${lines(1).join("\n")}\nAgent 2 comments:\n${lines(2).join("\n")}\n`;
}

/** A complete EpisodeLog record. */
export function episodeLogRecord(
  change: Record<string, unknown> = {},
  episode = inventedEpisode(),
): Record<string, unknown> {
  return {
    pk: "EP1",
    environment: "SC1",
    agents: ["AG1", "AG2"],
    tag: "round/1.0__clean",
    models: ["judge-1", "policy-a", "policy-b"],
    messages: renderMessages(episode),
    reasoning: renderReasoning(),
    rewards: [
      [3, scores()],
      [3, scores({ goal: 2 })],
    ],
    rewards_prompt: renderPrompt(episode),
    ...change,
  };
}

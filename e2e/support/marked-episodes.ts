import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";

/** One invented episode as the tests know it. `names[0]` sits in seat 1. */
export type MarkedEpisode = {
  pk: string;
  names: [string, string];
  /** What the judge gave, by seat and dimension. */
  judgeScores: [Record<string, number>, Record<string, number>];
  record: object;
};

/**
 * Words that stand in the imported file at places that annotators must not see. They are plain letters and digits, so
 * that no escaping can hide one, and nothing else in the app contains them.
 */
export const HIDDEN_MARKS = {
  judge: "zqjudgemodelzq",
  firstPolicy: "zqfirstpolicyzq",
  secondPolicy: "zqsecondpolicyzq",
  tag: "zqexperimenttagzq",
  rationale: "zqjudgerationalezq",
  endReason: "zqendreasonzq",
  codename: "zqcodenamezq",
  source: "01ZQSOURCE",
  file: "zqsourcefilezq",
} as const;

/** Words that stand in the dialogue, which annotators do see: they prove that a search finds what is there. */
export const SHOWN_MARK = "zqshowndialoguezq";

const PEOPLE: [string, string][] = [
  ["Ottilie Brand", "Marek Sorel"],
  ["Yusra Haddad", "Pelle Lindqvist"],
];
const SUBJECTS = ["the rowing boat", "the attic room"];

type Triple = [string, string, string];

/** What an agent is told before the first turn: its own secret and goal, and nothing of the other's. */
function contextFor(names: [string, string], seat: 0 | 1, subject: string): string {
  const told = (agent: 0 | 1) => {
    const bio = `${names[agent]} is a careful neighbour of ${30 + agent} years.`;
    return agent === seat ? `${bio} ${names[agent].split(" ")[0]}'s secrets: Has lost the key to ${subject}.` : bio;
  };
  const goal = (agent: 0 | 1) => (agent === seat ? `Agree on who uses ${subject} on Sunday.` : "Unknown");
  return [
    "\nHere is the context of this interaction:",
    `Scenario: Two neighbours share ${subject} and meet to talk about the weekend.`,
    `Participants: ${names[0]} and ${names[1]}`,
    `${names[0]}'s background: ${told(0)}`,
    `${names[1]}'s background: ${told(1)}`,
    `${names[0]}'s goal: ${goal(0)}`,
    `${names[1]}'s goal: ${goal(1)}`,
    "Conversation Starts:\n",
  ].join("\n");
}

function actionsOf(subject: string): string[] {
  return [
    `said: "Good morning. Shall we talk about ${subject}? ${SHOWN_MARK}"`,
    `said: "Yes, I was hoping to have it for a while on Sunday."`,
    "[non-verbal communication] looks at the calendar by the door",
    `[action] writes both names under Sunday`,
    `said: "You in the morning, I in the evening, then."`,
    "left the conversation",
  ];
}

function messagesOf(names: [string, string], subject: string): Triple[][] {
  const actions = actionsOf(subject);
  return actions.map((action, turn) => {
    const told = (seat: 0 | 1) =>
      turn === 0
        ? contextFor(names, seat, subject)
        : `Turn #${turn - 1}: ${names[(turn - 1) % 2]} ${actions[turn - 1]}\n`;
    return [
      ["Environment", names[0], told(0)],
      ["Environment", names[1], told(1)],
      [names[0], "Environment", turn % 2 === 0 ? action : "did nothing"],
      [names[1], "Environment", turn % 2 === 1 ? action : "did nothing"],
    ];
  });
}

function judgeScoresOf(number: number, seat: 0 | 1): Record<string, number> {
  return Object.fromEntries(
    SOTOPIA_DIMENSIONS.map(({ id, min, max }, index) => [id, min + ((number + seat + index) % (max - min + 1))]),
  );
}

function commentsOf(seat: 0 | 1): string {
  return SOTOPIA_DIMENSIONS.map(({ id }) => `${id}: ${HIDDEN_MARKS.rationale} on ${id} for seat ${seat + 1}.`).join(
    "\n",
  );
}

/** Two invented episodes in SOTOPIA's EpisodeLog shape, with a judge's ratings and marks at every hidden place. */
export function markedEpisodes(): MarkedEpisode[] {
  return PEOPLE.map((names, index) => {
    const pk = `${HIDDEN_MARKS.source}${String(index + 1).padStart(16, "0")}`;
    const subject = SUBJECTS[index] ?? "the shed";
    const judgeScores: MarkedEpisode["judgeScores"] = [judgeScoresOf(index, 0), judgeScoresOf(index, 1)];
    const record = {
      pk,
      environment: `${HIDDEN_MARKS.codename}${index + 1}`,
      agents: [`agent-${index}-1`, `agent-${index}-2`],
      tag: HIDDEN_MARKS.tag,
      models: [HIDDEN_MARKS.judge, HIDDEN_MARKS.firstPolicy, HIDDEN_MARKS.secondPolicy],
      messages: messagesOf(names, subject),
      reasoning: `Environment comments: terminated: ${HIDDEN_MARKS.endReason};\nAgent 1 comments:\n${commentsOf(0)}\nAgent 2 comments:\n${commentsOf(1)}\n`,
      rewards: judgeScores.map((scores) => [mean(scores), { ...scores, overall_score: mean(scores) }]),
      rewards_prompt: "",
    };
    return { pk, names, judgeScores, record };
  });
}

function mean(scores: Record<string, number>): number {
  const values = Object.values(scores);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The episodes as a file of one record a line, with one line that is no record. */
export function markedFile(): { name: string; mimeType: string; buffer: Buffer } {
  const lines = [...markedEpisodes().map(({ record }) => JSON.stringify(record)), '{"pk": "broken", "messages": ['];
  return {
    name: `${HIDDEN_MARKS.file}.jsonl`,
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(`${lines.join("\n")}\n`),
  };
}

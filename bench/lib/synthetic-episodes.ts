import { type Random, seededRandom } from "#lib/domain/shared/random.ts";

/** How the invented episodes vary. `repeat` gives the same record for the same number and seed, whatever came before. */
export type SyntheticOptions = { seed: number; turns?: number; policies?: number; scenarios?: number; tags?: number };

const WORDS =
  "garden bridge lamp market letter window river carpet morning ticket kitchen story paper bicycle harbour onion station blanket concert ladder apple neighbour tea visit budget promise repair holiday quiet bright careful early wooden fair open because while maybe surely always never agree think wonder carry share mend paint plan wait".split(
    " ",
  );
const FIRST = [
  "Ansel",
  "Brita",
  "Cosmo",
  "Delia",
  "Edvin",
  "Frida",
  "Gregor",
  "Hedda",
  "Ivo",
  "Jorun",
  "Karel",
  "Lotte",
];
const LAST = [
  "Abbot",
  "Birk",
  "Castell",
  "Dorn",
  "Eklund",
  "Farrow",
  "Gamble",
  "Holm",
  "Ister",
  "Juhl",
  "Kettle",
  "Lund",
];
const RANGES: Record<string, [number, number]> = {
  believability: [0, 10],
  relationship: [-5, 5],
  knowledge: [0, 10],
  secret: [-10, 0],
  social_rules: [-10, 0],
  financial_and_material_benefits: [-5, 5],
  goal: [0, 10],
};

const pick = <T>(random: Random, list: readonly T[]): T => list[random.int(0, list.length - 1)] as T;

function sentence(random: Random, words: number): string {
  const text = Array.from({ length: words }, () => pick(random, WORDS)).join(" ");
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

function actionText(random: Random): string {
  const kind = random.int(1, 10);
  if (kind <= 8) return `said: "${sentence(random, random.int(18, 60))}"`;
  return kind === 9 ? `[non-verbal communication] ${sentence(random, 6)}` : `[action] ${sentence(random, 8)}`;
}

function context(
  names: [string, string],
  seat: 0 | 1,
  parts: { scenario: string; bios: string[]; goals: string[] },
): string {
  const bio = (agent: number) =>
    agent === seat
      ? `${parts.bios[agent]} ${names[agent]?.split(" ")[0]}'s secrets: ${parts.goals[1 - agent]}`
      : parts.bios[agent];
  const goal = (agent: number) => (agent === seat ? parts.goals[agent] : "Unknown");
  return `\nHere is the context of this interaction:\nScenario: ${parts.scenario}\nParticipants: ${names[0]} and ${names[1]}\n${names[0]}'s background: ${bio(0)}\n${names[1]}'s background: ${bio(1)}\n${names[0]}'s goal: ${goal(0)}\n${names[1]}'s goal: ${goal(1)}\nConversation Starts:\n`;
}

type Triple = [string, string, string];

function messagesOf(names: [string, string], parts: Parameters<typeof context>[2], actions: string[]): Triple[][] {
  const observed = (turn: number): string =>
    turn === 0 ? "" : `Turn #${turn - 1}: ${names[(turn - 1) % 2]} ${actions[turn - 1]}\n`;
  return actions.map((action, turn) => {
    const speaker = turn % 2;
    const told = (seat: 0 | 1) => (turn === 0 ? context(names, seat, parts) : observed(turn));
    return [
      ["Environment", names[0], told(0)],
      ["Environment", names[1], told(1)],
      [names[0], "Environment", speaker === 0 ? action : "did nothing"],
      [names[1], "Environment", speaker === 1 ? action : "did nothing"],
    ];
  });
}

function ratingsOf(random: Random): { reward: [number, Record<string, number>]; lines: string[] } {
  const scores: Record<string, number> = {};
  const lines: string[] = [];
  for (const [dimension, [from, to]] of Object.entries(RANGES)) {
    scores[dimension] = random.int(from, to);
    lines.push(`${dimension}: ${sentence(random, 24)}`);
  }
  const overall = Object.values(scores).reduce((sum, score) => sum + score, 0) / 7;
  return { reward: [overall, { ...scores, overall_score: overall }], lines };
}

/** An id in the form of a ULID that belongs to a number. */
export function syntheticId(prefix: string, number: number): string {
  return `${prefix}${number
    .toString(36)
    .toUpperCase()
    .padStart(26 - prefix.length, "0")}`;
}

/** One invented EpisodeLog record: about 20 kB of JSON at the default of 20 turns. */
export function syntheticEpisode(number: number, options: SyntheticOptions): object {
  const { turns = 20, policies = 12, scenarios = 90, tags = 8 } = options;
  const random = seededRandom(options.seed * 1_000_003 + number);
  const scenarioNumber = random.int(0, scenarios - 1);
  const names: [string, string] = [
    `${pick(random, FIRST)} ${pick(random, LAST)}`,
    `${pick(random, FIRST)} ${pick(random, LAST)}o`,
  ];
  const words = seededRandom(scenarioNumber);
  const scenario = sentence(words, 25);
  const parts = {
    scenario,
    bios: [sentence(random, 40), sentence(random, 40)],
    goals: [sentence(words, 20), sentence(words, 20)],
  };
  const count = Math.max(2, turns + random.int(-5, 5));
  const actions = Array.from({ length: count }, (_, turn) =>
    turn === count - 1 ? "left the conversation" : actionText(random),
  );
  const both = [ratingsOf(random), ratingsOf(random)] as const;
  const policy = (index: number) => `policy-${String(index).padStart(3, "0")}`;
  return {
    pk: syntheticId("01BE", number),
    environment: syntheticId("01BS", scenarioNumber),
    agents: [syntheticId("01BA", random.int(0, 39)), syntheticId("01BA", random.int(40, 79))],
    tag: `bench_${random.int(1, tags)}`,
    models: ["bench-judge", policy(random.int(0, policies - 1)), policy(0)],
    messages: messagesOf(names, parts, actions),
    reasoning: `Environment comments: terminated: Agent 2 is leaving; \nAgent 1 comments:\n${both[0].lines.join("\n")}\nAgent 2 comments:\n${both[1].lines.join("\n")}\n`,
    rewards: [both[0].reward, both[1].reward],
    rewards_prompt: `Prompt after formatting:\n${context(names, 0, parts)}${actions.map((action, turn) => `Turn #${turn + 1}\n${names[turn % 2]} ${action}`).join("\n\n")},\nBased on previous interactions, give the ratings.`,
  };
}

/** A JSONL file of invented episodes as a stream of bytes, from `from` on, `count` of them; nothing is kept in memory. */
export async function* syntheticFile(from: number, count: number, options: SyntheticOptions): AsyncGenerator<Buffer> {
  let piece: string[] = [];
  for (let number = from; number < from + count; number += 1) {
    piece.push(JSON.stringify(syntheticEpisode(number, options)));
    if (piece.length < 16 && number < from + count - 1) continue;
    yield Buffer.from(`${piece.join("\n")}\n`);
    piece = [];
  }
}

import { SOTOPIA_DIMENSION_IDS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { episodeLog } from "#tests/integration/episodes/records.ts";

/** A small invented study in the files of SOTOPIA-π: two of its conditions in three scenarios each, two raters. */
const CONDITIONS = [
  { model: "gpt-4", tag: "gpt-4_gpt-3.5-turbo_v0.0.1_clean", policy: "gpt-4", goals: [9, 4, 8] },
  { model: "BC-selftrain-1", tag: "sft-selftrain-round-1-filtered-top-4_x", policy: "custom_model", goals: [6, 5, 3] },
];
const SCENARIOS = ["Two bakers share an oven.", "Two gardeners share a hose.", "Two singers share a stage."];
const RATERS = ["aaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbb"];

type Item = { id: string; seat: 1 | 2; scenario: string; goal: number; condition: (typeof CONDITIONS)[number] };

/** The rated episodes: the agent under study sits in alternating seats and gets `goal`, or one less from the second rater. */
export const REPLICA_ITEMS: readonly Item[] = CONDITIONS.flatMap((condition, first) =>
  SCENARIOS.map((scenario, number) => ({
    id: `REPLICA-${first}-${number}`,
    seat: number % 2 === 0 ? 1 : 2,
    scenario,
    goal: condition.goals[number] as number,
    condition,
  })),
);

/** The episodes as EpisodeLogs, with scores of a judge or without. */
export function replicaEpisodes({ rated = true } = {}): Record<string, unknown>[] {
  return REPLICA_ITEMS.map(({ id, seat, scenario, condition: { tag, policy } }, number) => {
    const models: [string, string, string] = ["judge-of-replicas", "gpt-3.5-turbo", "gpt-3.5-turbo"];
    models[seat] = policy;
    const letter = "abcdef"[number];
    return episodeLog({ id, tag, models, scenario, names: [`Ada Quill${letter}`, `Bo Reed${letter}`], rated });
  });
}

/** The official table of ratings: 33 columns, one row per rater and episode. */
export function replicaTable(items: readonly Item[] = REPLICA_ITEMS): string {
  const columns = [1, 2].flatMap((seat) =>
    SOTOPIA_DIMENSION_IDS.flatMap((id) => [`${id}_${seat}`, `${id}_reasoning_${seat}`]),
  );
  const rows = items.flatMap((item) =>
    RATERS.map((rater, place) => {
      const cells = columns.map((name) => (name.includes("_reasoning_") ? "because" : scoreOf(item, name, place)));
      return [
        `${item.id}${place}`,
        item.condition.model,
        item.id,
        JSON.stringify({ scenario: item.scenario }),
        rater,
        ...cells,
      ];
    }),
  );
  const head = ["ID", "model", "pk", "data", "prolific_id", ...columns];
  const quoted = (cell: string | number) => `"${String(cell).replaceAll('"', '""')}"`;
  return [head, ...rows].map((cells) => cells.map(quoted).join(",")).join("\n");
}

function scoreOf({ seat, goal }: Item, column: string, place: number): number {
  if (column === `goal_${seat}`) return goal - place;
  if (column.startsWith("relationship_")) return place;
  return column.startsWith("believability_") ? 7 : 0;
}

/** A judge's scores by episode: its goal of the agent under study lies one point above the first rater's. */
export function replicaJudgeFile(): Record<string, unknown> {
  const scores = (goal: number) => ({
    ...Object.fromEntries(SOTOPIA_DIMENSION_IDS.map((id) => [id, 0])),
    believability: 9,
    goal,
  });
  return Object.fromEntries(
    REPLICA_ITEMS.map(({ id, seat, goal }) => {
      const both = seat === 1 ? [scores(goal + 1), scores(2)] : [scores(2), scores(goal + 1)];
      return [id, { env_pk: "ENV", agent1: both[0], agent2: both[1] }];
    }),
  );
}

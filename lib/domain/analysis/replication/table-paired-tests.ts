import { mean } from "#lib/domain/statistics/moments.ts";
import { type PairedT, pairedT } from "#lib/domain/statistics/paired-t.ts";
import { type AgentMean, agentMeans, columnOf } from "./agent-means.ts";
import {
  authorsLines,
  correctedCell,
  correctedLine,
  missingCell,
  NO_EPISODES,
  pCell,
  publishedCell,
  recomputedCell,
} from "./cells.ts";
import { humanDifferences } from "./compare-conditions.ts";
import { type ConditionId, conditionOf } from "./conditions.ts";
import { finishTable } from "./finish-table.ts";
import type { StudyEpisode, StudyMaterial } from "./material.ts";
import { PUBLISHED_TESTS, type PublishedTest } from "./published-tests.ts";
import type { ReplicationCell, ReplicationGroup, ReplicationTable } from "./replication.ts";
import { SCORE_COLUMNS } from "./score-columns.ts";

const T_DIGITS = 2;
const P_DIGITS = 3;
const DASH = "all differences are 0: the paper prints a dash";

const METHOD = {
  authorsWay: [
    "The agents of one scenario text are averaged per condition, and the scenarios that both conditions have are paired: 14, or 12 against GPT-3.5, two of whose episodes play outside the hard set.",
    "A two-sided t test per dimension on those pairs; 40 tests, none adjusted.",
    "Where all differences are 0 there is no t; the paper prints a dash.",
  ],
  corrected: [
    "The difference in points with its 95 % interval, from single agents with scenarios as clusters (CR2), so that a scenario with more episodes weighs more and those without a partner still count.",
    "p-values are adjusted by Holm over the seven dimensions of one comparison; Overall stands unadjusted.",
  ],
};

/** Table 6: is BC+SR really better than the others? */
export function pairedTestTable({ episodes }: StudyMaterial): ReplicationTable {
  return finishTable({
    id: "table-6",
    name: "Table 6",
    title: "BC+SR against each other condition, by people: paired t tests by scenario",
    columns: SCORE_COLUMNS,
    groups: PUBLISHED_TESTS.map(({ against, tests }) => groupOf(episodes, against, tests)),
    ...METHOD,
  });
}

function groupOf(
  episodes: readonly StudyEpisode[],
  against: ConditionId,
  published: readonly PublishedTest[],
): ReplicationGroup {
  const tests = testsByScenario(episodes, "bc+sr", against);
  const differences = humanDifferences(episodes, "bc+sr", against);
  return {
    key: against,
    label: `BC+SR against ${conditionOf(against).label}`,
    lines: [
      ...authorsLines(
        published.map((test) => publishedCell(test?.[0] ?? null, T_DIGITS, DASH)),
        tests.map((test, place) => cellOf(test, "t", published[place]?.[0], T_DIGITS)),
        "t",
      ),
      ...authorsLines(
        published.map((test) => publishedCell(test?.[1] ?? null, P_DIGITS, DASH)),
        tests.map((test, place) => cellOf(test, "p", published[place]?.[1], P_DIGITS)),
        "p",
      ),
      correctedLine(
        "Difference, corrected",
        differences.map((difference) => correctedCell(difference, T_DIGITS)),
      ),
      correctedLine(
        "p, Holm over the seven",
        differences.map((difference) => pCell(difference.adjustedP, difference)),
      ),
    ],
  };
}

function cellOf(test: PairedT | null, part: "t" | "p", published: number | undefined, digits: number): ReplicationCell {
  if (test === null) return missingCell(NO_EPISODES, digits);
  const value = test[part];
  const reason = test.mean === 0 ? "all_differences_zero" : test.reason;
  return recomputedCell(
    value === null ? { value: null, reason: reason ?? "no_data" } : { value, reason: null },
    published ?? null,
    digits,
  );
}

/** A paired t test in each of the eight columns; null where a condition is not among the files. */
function testsByScenario(
  episodes: readonly StudyEpisode[],
  first: ConditionId,
  second: ConditionId,
): (PairedT | null)[] {
  const [a, b] = [first, second].map((id) => meansByScenario(agentMeans(episodes, id, "studied", "every-row"))) as [
    Map<string, number[]>,
    Map<string, number[]>,
  ];
  if (a.size === 0 || b.size === 0) return SCORE_COLUMNS.map(() => null);
  const shared = [...a.keys()].filter((scenario) => b.has(scenario));
  return SCORE_COLUMNS.map((_, place) =>
    pairedT(shared.map((scenario) => (a.get(scenario)?.[place] as number) - (b.get(scenario)?.[place] as number))),
  );
}

/** Mean of the agents of each scenario text, in the eight columns. */
function meansByScenario(agents: readonly AgentMean[]): Map<string, number[]> {
  const grouped = Map.groupBy(agents, ({ scenario }) => scenario);
  return new Map(
    [...grouped].map(([scenario, ofOne]) => [scenario, SCORE_COLUMNS.map((_, place) => mean(columnOf(ofOne, place)))]),
  );
}

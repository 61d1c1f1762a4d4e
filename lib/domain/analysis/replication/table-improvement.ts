import { measured } from "#lib/domain/statistics/measured.ts";
import { agentMeans } from "./agent-means.ts";
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
import { finishTable } from "./finish-table.ts";
import type { StudyMaterial } from "./material.ts";
import { roundAsPrinted } from "./printed.ts";
import { PUBLISHED_IMPROVEMENT } from "./published-means.ts";
import type { ReplicationCell, ReplicationTable } from "./replication.ts";
import { SCORE_COLUMNS } from "./score-columns.ts";
import { meanAsAuthors } from "./table-means.ts";

const DIGITS = 2;

const METHOD = {
  authorsWay: [
    "The two means are rounded to two decimals first and then subtracted: for Overall 1.95 − 1.04 = 0.91, where the unrounded means differ by 0.92.",
    "No interval and no test.",
  ],
  corrected: [
    "Unrounded means, each person once per episode.",
    "Both conditions played the same scenarios, so the 95 % interval is CR2 with scenarios as clusters.",
    "p-values are adjusted by Holm over the seven dimensions; Overall is one question of its own and stands unadjusted.",
  ],
};

/** Table 1, human evaluation: how far BC+SR lies above the model before training. */
export function improvementTable(material: StudyMaterial): ReplicationTable {
  const differences = humanDifferences(material.episodes, "bc+sr", "base");
  return finishTable({
    id: "table-1",
    name: "Table 1",
    title: "Improvement by training: BC+SR minus Mistral-7B, by people",
    columns: SCORE_COLUMNS,
    groups: [
      {
        key: "bc+sr-base",
        label: "BC+SR − Mistral-7B",
        lines: [
          ...authorsLines(
            PUBLISHED_IMPROVEMENT.map((figure) => publishedCell(figure, DIGITS, "the table leaves goal out")),
            recomputedCells(material),
          ),
          correctedLine(
            "Corrected",
            differences.map((difference) => correctedCell(difference, DIGITS)),
          ),
          correctedLine(
            "p, Holm over the seven",
            differences.map((difference) => pCell(difference.adjustedP, difference)),
          ),
        ],
      },
    ],
    ...METHOD,
  });
}

/** The difference of the two printed means, as the table was made. */
function recomputedCells({ episodes }: StudyMaterial): ReplicationCell[] {
  const trained = agentMeans(episodes, "bc+sr", "studied", "every-row");
  const base = agentMeans(episodes, "base", "studied", "every-row");
  return SCORE_COLUMNS.map((_, place) => {
    const [a, b] = [meanAsAuthors(trained, place).value, meanAsAuthors(base, place).value];
    if (a === null || b === null) return missingCell(NO_EPISODES, DIGITS);
    const difference = roundAsPrinted(a, DIGITS) - roundAsPrinted(b, DIGITS);
    return recomputedCell(measured(difference), PUBLISHED_IMPROVEMENT[place] ?? undefined, DIGITS);
  });
}

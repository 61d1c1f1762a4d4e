import { describe, expect, test } from "vitest";
import type { BothAgents } from "#lib/domain/analysis/replication/material.ts";
import { replicatePaper } from "#lib/domain/analysis/replication/replicate-paper.ts";
import { reportText } from "#lib/domain/analysis/replication/report-text.ts";
import { episode, seven, study } from "./synthetic-study.ts";

const rows = (goals: [number, number]): BothAgents[] =>
  goals.map((goal) => [seven({ bel: 8, goal }), seven({ bel: 7 })]);

/** Two episodes of GPT-4 whose goal means are those of the paper, 5.25, and one that the judge rated. */
const PART = replicatePaper(
  study([
    episode("a", "gpt-4", { rows: rows([5, 5]), judge: [seven({ goal: 6 }), seven({ goal: 2 })] }),
    episode("b", "gpt-4", { rows: rows([5, 6]) }),
  ]),
);
const TEXT = reportText(PART);
const lines = TEXT.split("\n");

describe("the report for a terminal", () => {
  test("says how much of the study is there, with the mean goal over single ratings", () => {
    expect(TEXT).toContain(
      "GPT-4       2 of 28 episodes, 4 rows, mean goal 5.250 over 4 ratings, 1 rated by the judge",
    );
    expect(TEXT).toContain("SR          0 of 28 episodes, 0 rows, 0 rated by the judge");
    expect(TEXT).toContain("The files hold a part of the study");
  });

  test("marks a figure that is the published one, and one that is not", () => {
    const at = lines.findIndex((line) => line.startsWith("Human evaluation."));
    const [head, , published, recomputed] = lines.slice(at + 2);
    const columns = head?.trim().split(/\s{2,}/) ?? [];
    expect(published?.trim().split(/\s{2,}/)[1 + columns.indexOf("GOAL")]).toBe("5.25");
    expect(recomputed?.trim().split(/\s{2,}/)[1 + columns.indexOf("GOAL")]).toBe("5.25=");
    expect(recomputed?.trim().split(/\s{2,}/)[1 + columns.indexOf("BEL")]).toBe("8.00≠");
  });

  test("names every difference and everything that cannot be computed, with the reason", () => {
    expect(TEXT).toContain("  - GPT-4, BEL: published 7.54, recomputed 8.00.");
    expect(TEXT).toContain("  - SR: no rated episode of this condition is among the files.");
    const { same, different, missing } = PART.counts;
    const cells = PART.tables.flatMap(({ groups }) =>
      groups.flatMap((group) => group.lines.flatMap((line) => line.cells)),
    );
    expect(cells.filter(({ comparison }) => comparison === "different")).toHaveLength(different);
    expect(PART.tables.reduce((sum, table) => sum + table.differences.length, 0)).toBe(different);
    expect(TEXT).toContain(`Of ${same + different + missing} published figures ${same} are the same`);
  });

  test("stays within a wide terminal", () => {
    const tables = lines.filter((line) => /^ {2,4}\S/.test(line) && !line.startsWith("  -") && !line.includes(" of "));
    expect(Math.max(...tables.map((line) => line.length))).toBeLessThanOrEqual(140);
  });
});

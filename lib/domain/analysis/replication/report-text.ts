import { figureText } from "./cells.ts";
import { conditionOf } from "./conditions.ts";
import { asPrinted } from "./printed.ts";
import { PAPER } from "./published-means.ts";
import type {
  ConditionCoverage,
  Replication,
  ReplicationCell,
  ReplicationGroup,
  ReplicationLine,
  ReplicationTable,
} from "./replication.ts";

/** What stands where a figure cannot be recomputed from the files, and where a statistic is not defined. */
const ABSENT = "·";
const UNDEFINED = "–";
const MARKS = { same: "=", different: "≠", missing: "", unpublished: "" } as const;

const LABEL_WIDTH = 34;
const CELL_WIDTH = 11;

/** The whole replication as plain text for a terminal, tables as aligned columns. Ends with a newline. */
export function reportText(replication: Replication): string {
  const { coverage, notes, tables, isWhole } = replication;
  const sections = [
    [`${PAPER.title}`, `${PAPER.authors}, ${PAPER.address}`],
    ["What is among the files", ...coverage.map(coverageLine), judgeLine(replication)],
    ...(notes.length > 0 ? [["What is odd in them", ...notes.map(bullet)]] : []),
    [summaryOf(replication), LEGEND, ...(isWhole ? [] : [PARTIAL])],
    ...tables.map(tableLines),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const LEGEND =
  "A recomputed figure ends in = where it is the published one to the last printed digit, in ≠ where it is not. · cannot be recomputed from these files, – is not defined.";
const PARTIAL = "The files hold a part of the study, so most figures must differ; the same code runs on the whole.";

function summaryOf({ counts }: Replication): string {
  const { same, different, missing } = counts;
  return `Of ${same + different + missing} published figures ${same} are the same, ${different} differ, ${missing} cannot be recomputed.`;
}

function coverageLine({ id, episodes, expected, rows, judged, meanGoal, goalRatings }: ConditionCoverage): string {
  const { label, meaning } = conditionOf(id);
  const goal = meanGoal === null ? "" : `, mean goal ${asPrinted(meanGoal, 3)} over ${goalRatings} ratings`;
  return `  ${label.padEnd(11)} ${episodes} of ${expected} episodes, ${rows} rows${goal}, ${judged} rated by the judge (${meaning})`;
}

function judgeLine({ judge }: Replication): string {
  return judge === "" ? "  No judge’s scores of these episodes." : `  Judge’s scores: ${judge}`;
}

function tableLines(table: ReplicationTable): string[] {
  const head = `${table.name}. ${table.title}`;
  return [
    head,
    "═".repeat(head.length),
    row(
      "",
      table.columns.map(({ label }) => label),
    ),
    ...table.groups.flatMap(groupLines),
    ...listed("The authors’ way", table.authorsWay),
    ...listed("Corrected", table.corrected),
    ...listed("Different from the paper", table.differences),
    ...listed("Cannot be recomputed", table.missing),
  ];
}

function listed(title: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [`${title}:`, ...sentences.map(bullet)];
}

function bullet(sentence: string): string {
  return `  - ${sentence}`;
}

function groupLines({ label, lines }: ReplicationGroup): string[] {
  return [label, ...lines.flatMap(lineRows)];
}

/** A line of cells; where any has an interval, its limits follow in two rows of their own. */
function lineRows({ label, cells }: ReplicationLine): string[] {
  const values = row(`  ${label}`, cells.map(cellText));
  if (cells.every(({ interval }) => interval === null)) return [values];
  const limits = (side: 0 | 1) =>
    cells.map(({ interval, digits }) => (interval ? asPrinted(interval[side], digits) : ""));
  return [values, row("    from", limits(0)), row("    to", limits(1))];
}

function cellText(cell: ReplicationCell): string {
  const { value, comparison, reason } = cell;
  if (value !== null) return `${figureText({ ...cell, value })}${comparison ? MARKS[comparison] : ""}`;
  const isAbsent = comparison === "missing" || reason.includes("among the files");
  return isAbsent ? ABSENT : `${UNDEFINED}${comparison ? MARKS[comparison] : ""}`;
}

function row(label: string, cells: readonly string[]): string {
  return `${label.padEnd(LABEL_WIDTH)}${cells.map((cell) => cell.padStart(CELL_WIDTH)).join("")}`.trimEnd();
}

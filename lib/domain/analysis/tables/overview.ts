import type { OverviewFinding } from "../findings/overview.ts";
import { type FindingTable, wholeTable } from "./finding-table.ts";
import { estimateColumns, POINTS_SIGNED, pColumn, wordColumn } from "./table-columns.ts";

/** What the data show in sentences, and what makes it doubtful. */
export function sentenceTable({
  headline,
  sentences,
  cautions,
}: Pick<OverviewFinding, "headline" | "sentences" | "cautions">): FindingTable {
  const rows = [
    ...sentences.map(({ text, isDefined, test }) => ({
      kind: isDefined ? "answer" : "no-answer",
      dimension: headline,
      sentence: test ? `${text} ${test}` : text,
    })),
    ...cautions.map((sentence) => ({ kind: "caution", dimension: "", sentence })),
  ];
  return wholeTable({ name: "overview", title: "What the data show" }, rows, ({ sentence }) => sentence, [
    wordColumn("kind", "Kind", (row) => row.kind),
    wordColumn("dimension", "Dimension", (row) => row.dimension),
    wordColumn("sentence", "Sentence", (row) => row.sentence),
  ]);
}

/** The bias of every policy on every dimension. */
export function overviewTable({
  confidence,
  dimensions,
  byDimension,
}: Pick<OverviewFinding, "confidence" | "dimensions" | "byDimension">): FindingTable {
  const nameOf = (key: string) => dimensions.find((dimension) => dimension.key === key)?.name ?? key;
  const rows = byDimension.flatMap(({ dimension, policies }) => policies.map((row) => ({ ...row, dimension })));
  const head = { name: "overview-biases", title: "Judge minus people, on every dimension" };
  return wholeTable(head, rows, (row) => `${row.dimension} ${row.policy.label}`, [
    wordColumn("dimension_name", "Dimension", (row) => nameOf(row.dimension)),
    wordColumn("dimension", "Dimension, key", (row) => row.dimension, { isForFiles: true }),
    wordColumn("policy", "Policy", (row) => row.policy.label),
    estimateColumns("bias", "Judge − people", confidence, (row) => row.bias, { ...POINTS_SIGNED, counts: "shown" }),
    pColumn("p_holm", "p, Holm", (row) => row.pAdjusted),
  ]);
}

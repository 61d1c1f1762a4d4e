import { Select, TextInput } from "#components/ui/field.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { ScoreColumn, TableMapping } from "#lib/domain/rating-imports/rating-mapping.ts";

const HOLDS: [ScoreColumn["holds"], string][] = [
  ["score", "one score"],
  ["list", "a list of scores"],
  ["raters", "scores by rater"],
  ["dimensions", "scores by dimension"],
];

/** The columns that may hold scores: those of the mapping, then every one that says nothing else yet. */
function candidates(table: TableMapping, columns: readonly string[]): { score: ScoreColumn; isUsed: boolean }[] {
  const said = new Set<string>([
    ...[table.item, table.system, table.dimension, table.rater, table.cluster],
    ...[table.agent, table.scenario, table.raterKind, table.rationale],
    ...table.scores.flatMap(({ column, raterColumn, rationaleColumn }) => [column, raterColumn, rationaleColumn]),
  ]);
  const rest = columns.filter((column) => !said.has(column));
  const blank = { dimension: "", rater: "", raterColumn: "", rationaleColumn: "", agent: null };
  return [
    ...table.scores.map((score) => ({ score, isUsed: true })),
    ...rest.map((column) => ({
      score: { ...blank, column, holds: "score" as const, kind: "human" as const },
      isUsed: false,
    })),
  ];
}

/** One row a column: whether it holds scores, whose they are, and on which dimension. */
export function ScoreColumnRows({ table, columns }: { table: TableMapping; columns: readonly string[] }) {
  return (
    <fieldset className="min-w-0">
      <legend className="text-lg font-semibold">Which columns hold scores</legend>
      <p className="mt-1 mb-3 max-w-[65ch] text-sm text-ink-2">
        Where nothing is said of rater or dimension, the row’s own column above says it. A list is by people in no fixed
        order, or by one judge drawn several times.
      </p>
      <Table label="Columns that may hold scores" className="min-w-[76rem]">
        <thead>
          <tr>
            <Th>Scores</Th>
            <Th>Column</Th>
            <Th>Holds</Th>
            <Th>Given by</Th>
            <Th>Name of the rater</Th>
            <Th>or from column</Th>
            <Th>Dimension</Th>
            <Th>Reason</Th>
            <Th>Agent</Th>
          </tr>
        </thead>
        <tbody>
          {candidates(table, columns).map(({ score, isUsed }, index) => (
            <ScoreColumnRow key={score.column} score={score} isUsed={isUsed} index={index} columns={columns} />
          ))}
        </tbody>
      </Table>
    </fieldset>
  );
}

function ScoreColumnRow({
  score,
  isUsed,
  index,
  columns,
}: {
  score: ScoreColumn;
  isUsed: boolean;
  index: number;
  columns: readonly string[];
}) {
  const name = (part: string) => `scores.${index}.${part}`;
  const label = (part: string) => `${part} of ${score.column}`;
  return (
    <Tr>
      <Td>
        <input
          type="checkbox"
          className="size-5 accent-accent"
          name={name("use")}
          defaultChecked={isUsed}
          aria-label={`${score.column} holds scores`}
        />
        <input type="hidden" name={name("column")} value={score.column} />
      </Td>
      <Td className="min-w-36 font-medium [overflow-wrap:anywhere]">{score.column}</Td>
      <Td>
        <Select
          name={name("holds")}
          className="min-w-44"
          defaultValue={score.holds}
          aria-label={label("What stands in a cell")}
        >
          {HOLDS.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      </Td>
      <Td>
        <Select
          name={name("kind")}
          className="min-w-28"
          defaultValue={score.kind}
          aria-label={label("Who gave the scores")}
        >
          <option value="human">people</option>
          <option value="judge">a judge</option>
        </Select>
      </Td>
      <Td>
        <TextInput
          name={name("rater")}
          defaultValue={score.rater}
          maxLength={300}
          aria-label={label("Name of the rater")}
        />
      </Td>
      <Td>
        <ColumnSelect
          name={name("raterColumn")}
          value={score.raterColumn}
          label={label("Column with the rater")}
          columns={columns}
        />
      </Td>
      <Td>
        <TextInput
          name={name("dimension")}
          defaultValue={score.dimension}
          maxLength={200}
          aria-label={label("Dimension")}
        />
      </Td>
      <Td>
        <ColumnSelect
          name={name("rationaleColumn")}
          value={score.rationaleColumn}
          label={label("Column with the reasons")}
          columns={columns}
        />
      </Td>
      <Td>
        <Select
          name={name("agent")}
          className="min-w-32"
          defaultValue={score.agent === null ? "" : String(score.agent)}
          aria-label={label("Agent")}
        >
          <option value="">by row</option>
          <option value="1">1</option>
          <option value="2">2</option>
          <option value="0">whole item</option>
        </Select>
      </Td>
    </Tr>
  );
}

function ColumnSelect({
  name,
  value,
  label,
  columns,
}: {
  name: string;
  value: string;
  label: string;
  columns: readonly string[];
}) {
  return (
    <Select name={name} defaultValue={value} aria-label={label} className="min-w-32">
      <option value="">none</option>
      {columns.map((column) => (
        <option key={column} value={column}>
          {column}
        </option>
      ))}
    </Select>
  );
}

import type { ReactNode } from "react";
import { Select, TextInput } from "#components/ui/field.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { ScoreColumn, TableMapping } from "#lib/domain/rating-imports/rating-mapping.ts";

/** Values of a choice, each with its words. */
type Options = readonly (readonly [value: string, words: string])[];

const HOLDS: readonly (readonly [ScoreColumn["holds"], string])[] = [
  ["score", "one score"],
  ["list", "a list of scores"],
  ["raters", "scores by rater"],
  ["dimensions", "scores by dimension"],
];
const KINDS: readonly (readonly [ScoreColumn["kind"], string])[] = [
  ["human", "people"],
  ["judge", "a judge"],
];
const AGENTS: Options = [
  ["", "agent by row"],
  ["1", "agent 1"],
  ["2", "agent 2"],
  ["0", "whole item"],
];

/** The columns that may hold scores: those of the mapping, then every one that says nothing else yet. */
function candidates(table: TableMapping, columns: readonly string[]): { score: ScoreColumn; isUsed: boolean }[] {
  const said = new Set<string>([
    ...[table.item, table.system, table.dimension, table.rater, table.cluster],
    ...[table.agent, table.scenario, table.raterKind, table.rationale, table.inclusion],
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
      <Table label="Columns that may hold scores" className="min-w-[52rem]">
        <thead>
          <tr>
            <Th>Scores</Th>
            <Th>Column</Th>
            <Th>Holds, given by</Th>
            <Th>Name of the rater, or its column</Th>
            <Th>Dimension, agent</Th>
            <Th>Column with the reasons</Th>
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

type RowProps = { score: ScoreColumn; isUsed: boolean; index: number; columns: readonly string[] };

function ScoreColumnRow({ score, isUsed, index, columns }: RowProps) {
  const name = (part: string) => `scores.${index}.${part}`;
  const label = (part: string) => `${part} of ${score.column}`;
  const choice = (part: "holds" | "kind" | "agent" | "raterColumn" | "rationaleColumn", words: string) => ({
    name: name(part),
    label: label(words),
    value: score[part] === null ? "" : String(score[part]),
  });
  const named = columns.map((column) => [column, column] as const);
  const raterColumns: Options = [["", "no column"], ...named];
  const reasonColumns: Options = [["", "none"], ...named];
  return (
    <Tr>
      <Td>
        <input
          type="checkbox"
          className="mt-2.5 block size-5 accent-accent"
          name={name("use")}
          defaultChecked={isUsed}
          aria-label={`${score.column} holds scores`}
        />
        <input type="hidden" name={name("column")} value={score.column} />
      </Td>
      <Td className="min-w-36 pt-5 font-medium [overflow-wrap:anywhere]">{score.column}</Td>
      <StackedCell>
        <Choice {...choice("holds", "What stands in a cell")} options={HOLDS} />
        <Choice {...choice("kind", "Who gave the scores")} options={KINDS} />
      </StackedCell>
      <StackedCell>
        <Text name={name("rater")} label={label("Name of the rater")} value={score.rater} maxLength={300} />
        <Choice {...choice("raterColumn", "Column with the rater")} options={raterColumns} />
      </StackedCell>
      <StackedCell>
        <Text name={name("dimension")} label={label("Dimension")} value={score.dimension} maxLength={200} />
        <Choice {...choice("agent", "Agent")} options={AGENTS} />
      </StackedCell>
      <StackedCell>
        <Choice {...choice("rationaleColumn", "Column with the reasons")} options={reasonColumns} />
      </StackedCell>
    </Tr>
  );
}

/** A cell of up to two fields below each other, so that all of a column fits beside the others. */
function StackedCell({ children }: { children: ReactNode }) {
  return (
    <Td>
      <div className="flex min-w-36 flex-col gap-2">{children}</div>
    </Td>
  );
}

type FieldProps = { name: string; label: string; value: string };

function Text({ name, label, value, maxLength }: FieldProps & { maxLength: number }) {
  return <TextInput name={name} defaultValue={value} maxLength={maxLength} aria-label={label} />;
}

function Choice({ name, label, value, options }: FieldProps & { options: Options }) {
  return (
    <Select name={name} defaultValue={value} aria-label={label}>
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </Select>
  );
}

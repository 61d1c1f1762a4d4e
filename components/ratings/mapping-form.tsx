"use client";
import { useActionState } from "react";
import type { SendForm } from "#components/forms/form-values.ts";
import { Checkbox, Field, Select } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { RatingMapping, TableMapping } from "#lib/domain/rating-imports/rating-mapping.ts";
import { recognisedSentence } from "./mapping-words.ts";
import { ScaleRows } from "./scale-rows.tsx";
import { ScoreColumnRows } from "./score-column-rows.tsx";

/** What a column can say of a row, in the order in which a reader asks. */
const ROLES: { name: keyof TableMapping & string; label: string; help: string }[] = [
  { name: "item", label: "Item", help: "What is rated, by its id. Without one each row is an item." },
  { name: "system", label: "System", help: "The policy or model that made it." },
  { name: "dimension", label: "Dimension", help: "For tables with one dimension a row." },
  { name: "rater", label: "Rater", help: "People become pseudonyms." },
  { name: "cluster", label: "Cluster", help: "What several items share, such as a prompt. Else the item." },
  { name: "agent", label: "Agent", help: "1 or 2 where an episode’s two agents are rated apart." },
  { name: "scenario", label: "Scenario", help: "The social situation, where the table tells it." },
  { name: "raterKind", label: "Person or judge", help: "Where a column says who is which." },
  { name: "rationale", label: "Reason", help: "The words that justify a score." },
  { name: "inclusion", label: "Chance", help: "With which the item was chosen for people, above 0 and up to 1." },
];

/** The form that says what the columns of a table mean. Two buttons: look again, and import. */
export function MappingForm({
  importId,
  mapping,
  columns,
  isSure,
  send,
}: {
  importId: string;
  mapping: RatingMapping;
  columns: readonly string[];
  /** Nothing is left to ask, so that the form may be folded away. */
  isSure: boolean;
  send: SendForm;
}) {
  const [state, action] = useActionState(send, {});
  const { table } = mapping;
  if (!table) return null;
  return (
    <form action={action} className="space-y-8">
      <input type="hidden" name="importId" value={importId} />
      <p className="max-w-[80ch] text-sm text-ink-2">{recognisedSentence(table)}</p>
      <details open={!isSure}>
        <summary className="w-fit text-lg font-semibold">Columns and scales as recognised</summary>
        <div className="mt-4 space-y-8">
          <RowRoles table={table} columns={columns} />
          <ScoreColumnRows table={table} columns={columns} />
          <ScaleRows scales={table.scales} />
        </div>
      </details>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton name="intent" value="preview" pendingLabel="Reading…">
          Show what this gives
        </SubmitButton>
        <SubmitButton name="intent" value="import" variant="primary" pendingLabel="Reading…">
          Import with these columns and scales
        </SubmitButton>
        {state.message ? (
          <p role={state.ok ? "status" : "alert"} className={state.ok ? "text-sm text-ink-2" : "text-sm text-bad"}>
            {state.message}
          </p>
        ) : null}
      </div>
    </form>
  );
}

/** What the columns say of a row, one choice each. */
function RowRoles({ table, columns }: { table: TableMapping; columns: readonly string[] }) {
  return (
    <fieldset>
      <legend className="text-lg font-semibold">What each row says</legend>
      <div className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {ROLES.map(({ name, label, help }) => (
          <Field key={name} id={`role-${name}`} label={label} help={help}>
            <Select
              id={`role-${name}`}
              name={name}
              defaultValue={String(table[name])}
              aria-describedby={`role-${name}-help`}
            >
              <option value="">No column</option>
              {columns.map((column) => (
                <option key={column} value={column}>
                  {column}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <div className="mt-4">
        <Checkbox
          id="isItemShared"
          name="isItemShared"
          defaultChecked={table.isItemShared}
          label="Several systems answer one item"
          help="Then item and system together are what is rated, and the item is the cluster."
        />
      </div>
    </fieldset>
  );
}

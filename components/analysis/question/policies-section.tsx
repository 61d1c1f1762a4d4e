"use client";
import { useState } from "react";
import { FormSection } from "#components/forms/form-rows.tsx";
import { controlId, type FormValues } from "#components/forms/form-values.ts";
import { Select, TextInput } from "#components/ui/field.tsx";
import { plural } from "#components/ui/format.ts";
import { ScriptButton } from "#components/ui/script-button.tsx";
import { type PolicyRow, policyRowsOf, type QuestionFields } from "#lib/domain/analysis/question-form.ts";
import type { QuestionOptions } from "./question-options.ts";

type Props = { fields: QuestionFields; values: FormValues; units: QuestionOptions["policies"] };

const USE_WORDS = { compare: "Compare", partner: "Partner only", "leave-out": "Leave out" } as const;

/** Which policies are compared, under which names, in which order, and with which of them. */
export function PoliciesSection({ fields, values, units }: Props) {
  const [rows, setRows] = useState(() => policyRowsOf(fields));
  const move = (place: number, by: -1 | 1) => {
    const target = place + by;
    if (target < 0 || target >= rows.length) return;
    setRows(rows.with(place, rows[target] as PolicyRow).with(target, rows[place] as PolicyRow));
  };
  return (
    <FormSection
      title="Policies"
      about="Their order gives each its place and colour in every figure. Two that are called the same count as one, such as checkpoints of one model."
    >
      {rows.length === 0 ? (
        <p id={controlId("policies")} className="text-sm text-ink-2">
          The ratings name no policy. All of them are taken together.
        </p>
      ) : (
        <ol id={controlId("policies")} className="flex flex-col gap-3">
          {rows.map((row, place) => (
            <PolicyItem
              key={row.name}
              row={row}
              place={place}
              isLast={place === rows.length - 1}
              isBase={values.text("base") === row.name}
              units={units.find(({ name }) => name === row.name)?.units ?? 0}
              onMove={(by) => move(place, by)}
            />
          ))}
        </ol>
      )}
      {values.error("policies") ? <p className="text-sm font-medium text-bad">{values.error("policies")}</p> : null}
      {values.error("base") ? <p className="text-sm font-medium text-bad">{values.error("base")}</p> : null}
    </FormSection>
  );
}

type ItemProps = {
  row: PolicyRow;
  place: number;
  isLast: boolean;
  isBase: boolean;
  units: number;
  onMove: (by: -1 | 1) => void;
};

function PolicyItem({ row, place, isLast, isBase, units, onMove }: ItemProps) {
  const id = controlId(`policyLabel-${row.name.replace(/\W/g, "_")}`);
  return (
    <li className="grid grid-cols-1 items-end gap-x-3 gap-y-2 rounded-surface border border-line bg-surface p-3 sm:grid-cols-[minmax(0,1fr)_9.5rem_auto]">
      <input type="hidden" name={`policyName.${place}`} value={row.name} />
      <div className="min-w-0">
        <label htmlFor={id} className="block truncate text-xs text-ink-2">
          <bdi>{row.name}</bdi>, {plural(units, "rated agent")}
        </label>
        <TextInput
          id={id}
          name={`policyLabel.${place}`}
          defaultValue={row.label}
          maxLength={60}
          autoComplete="off"
          className="mt-1"
        />
      </div>
      <Select name={`policyUse.${place}`} defaultValue={row.use} aria-label={`What ${row.name} is for`}>
        {Object.entries(USE_WORDS).map(([use, words]) => (
          <option key={use} value={use}>
            {words}
          </option>
        ))}
      </Select>
      <div className="flex items-center gap-2">
        <label className="flex h-10 items-center gap-2 text-sm">
          <input type="radio" name="base" value={row.name} defaultChecked={isBase} className="size-5 accent-accent" />
          Base
        </label>
        <ScriptButton
          size="sm"
          variant="quiet"
          disabled={place === 0}
          aria-label={`Move ${row.name} up`}
          onClick={() => onMove(-1)}
        >
          ↑
        </ScriptButton>
        <ScriptButton
          size="sm"
          variant="quiet"
          disabled={isLast}
          aria-label={`Move ${row.name} down`}
          onClick={() => onMove(1)}
        >
          ↓
        </ScriptButton>
      </div>
    </li>
  );
}

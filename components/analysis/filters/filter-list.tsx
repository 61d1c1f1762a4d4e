"use client";
import { type KeyboardEvent, useId, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Checkbox, TextInput } from "#components/ui/field.tsx";
import { useUntilAlive } from "#components/ui/use-is-alive.ts";
import { ALL } from "#lib/domain/analysis/filter-changes.ts";
import type { AheadHandlers } from "../live/use-ask-ahead.ts";
import { choiceWords, type FilterField, toggled } from "./filter-fields.ts";

/** From so many values on a list can be searched. */
const SEARCHABLE = 9;
/** So many stand there without a search; those with most ratings come first. */
const SHOWN = 60;

/** Handlers for one control of a filter, by its name there and the choices that it can lead to. */
export type AheadOf = (owner: string, choices: () => readonly (readonly string[])[]) => AheadHandlers;

type Props = {
  field: FilterField;
  chosen: readonly string[];
  onChoose: (field: FilterField, values: readonly string[]) => void;
  aheadOf: AheadOf;
};

/** A filter of which several values may be chosen, folded until it is wanted. Nothing ticked means all. */
export function FilterList({ field, chosen, onChoose, aheadOf }: Props) {
  const [words, setWords] = useState("");
  const shown = shownOptions(field, chosen, words);
  return (
    <details className="min-w-0 rounded-control border border-line-strong bg-surface">
      <summary className="truncate rounded-control px-3 py-2 text-sm hover:bg-sunken">
        <span className="font-semibold">{field.label}</span>{" "}
        <span className="text-ink-2">
          {chosen.length === 0 ? `all ${field.options.length}` : choiceWords(field, chosen)}
        </span>
      </summary>
      <fieldset className="min-w-0 border-line border-t p-3">
        <legend className="sr-only">{field.label}</legend>
        {field.options.length >= SEARCHABLE ? (
          <SearchBox field={field} words={words} onSearch={setWords} shown={shown.length} />
        ) : null}
        <Ticks field={field} shown={shown} chosen={chosen} onChoose={onChoose} aheadOf={aheadOf} />
      </fieldset>
    </details>
  );
}

function Ticks({ field, shown, chosen, onChoose, aheadOf }: Props & { shown: FilterField["options"] }) {
  const rows = shown.map((option) => ({
    ...option,
    isOn: chosen.includes(option.value),
    next: () => toggled(field, chosen, option.value),
  }));
  // A question that is narrowed itself needs a way to say “all”.
  const all = { value: ALL, name: "All of them", isOn: chosen.length === 0, next: () => [] };
  return (
    <div className="flex max-h-64 flex-col gap-2 overflow-y-auto">
      {[...(field.own.length > 0 ? [all] : []), ...rows].map((row) => (
        <div key={row.value} {...aheadOf(row.value, () => [row.next()])}>
          <Tick field={field} {...row} choose={() => onChoose(field, row.next())} />
        </div>
      ))}
    </div>
  );
}

type TickProps = {
  field: FilterField;
  value: string;
  name: string;
  about?: string | undefined;
  isOn: boolean;
  choose: () => void;
};

function Tick({ field, value, name, about, isOn, choose }: TickProps) {
  return (
    <Checkbox
      id={`filter-${field.name}-${value}`}
      name={field.name}
      value={value}
      checked={isOn}
      onChange={choose}
      label={<bdi>{name}</bdi>}
      help={about}
    />
  );
}

type SearchProps = { field: FilterField; words: string; onSearch: (words: string) => void; shown: number };

/** Narrows the list while somebody types. It needs scripts, so without them it is not there. */
function SearchBox({ field, words, onSearch, shown }: SearchProps) {
  const id = useId();
  const stay = (event: KeyboardEvent) => {
    if (event.key === "Enter") event.preventDefault();
  };
  return (
    <div className={classNames("mb-2", useUntilAlive())}>
      <TextInput
        id={id}
        type="search"
        aria-label={`Search: ${field.label}`}
        placeholder="Search"
        value={words}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={stay}
      />
      <p role="status" className="mt-1 text-xs text-ink-2">
        {shown} of {field.options.length} shown
      </p>
    </div>
  );
}

/** Those that hold every word; without a search the first, and always those that are chosen. */
function shownOptions(field: FilterField, chosen: readonly string[], words: string): FilterField["options"] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length > 0)
    return field.options.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
  return field.options.filter(({ value }, place) => place < SHOWN || chosen.includes(value));
}

"use client";
import { usePathname } from "next/navigation";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, Select } from "#components/ui/field.tsx";
import { goToQuery, useAddressQuery } from "../frame/address-choice.ts";
import { useLiveFilters } from "../live/live-view.tsx";
import { type AskAhead, useAskAhead } from "../live/use-ask-ahead.ts";
import { FilterChips } from "./filter-chips.tsx";
import { useFilteredAnalysis } from "./filter-context.tsx";
import { chosenOf, type FilterField, filterFields, isTurned, likelyValues, queryOf, turn } from "./filter-fields.ts";
import { type AheadOf, FilterList } from "./filter-list.tsx";

/**
 * Filters to try out without saving them. They stand in the address, so that a link shows the same and going back takes
 * the last one off; a choice that equals the question’s own is not written there. A plain form without scripts.
 */
export function FilterBar() {
  const known = useFilteredAnalysis();
  const { search, path, go, isAsking } = useAddress();
  const ahead = useAskAhead();
  const summary = useRef<HTMLElement>(null);
  const fields = filterFields(known);
  const turned = fields.filter((field) => isTurned(field, search));
  const goFromChip = (next: URLSearchParams) => {
    // The chip that was pressed goes away, and the keyboard would start again at the top of the page.
    summary.current?.focus({ preventScroll: true });
    go(next);
  };
  return (
    <search className="block" aria-label="Filters">
      <details>
        <summary ref={summary} className="w-fit rounded-control py-1.5 text-sm text-ink-2 hover:text-ink">
          Try other filters
        </summary>
        <FilterForm
          fields={fields}
          search={search}
          isAsking={isAsking}
          ahead={ahead}
          onChoose={(field, values) => go(turn(search, field, values))}
        />
      </details>
      {turned.length > 0 ? (
        <FilterChips fields={turned} search={search} path={path} ahead={ahead} onGo={goFromChip} />
      ) : null}
    </search>
  );
}

type Choose = (field: FilterField, values: readonly string[]) => void;
type FormProps = {
  fields: readonly FilterField[];
  search: URLSearchParams;
  isAsking: boolean;
  ahead: AskAhead;
  onChoose: Choose;
};

function FilterForm({ isAsking, ...filters }: FormProps) {
  return (
    <form
      method="get"
      onSubmit={(event) => event.preventDefault()}
      aria-busy={isAsking}
      className="mt-1 rounded-surface border border-line bg-surface p-4"
    >
      <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-5">
        {controlsOf("one", filters).map((control) => (
          <FilterSelect key={control.field.name} {...control} />
        ))}
      </div>
      <div className="mt-4 grid grid-cols-1 items-start gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        {controlsOf("list", filters).map((control) => (
          <FilterList key={control.field.name} {...control} />
        ))}
      </div>
      {["dimension", "version"].map((name) =>
        filters.search.has(name) ? (
          <input key={name} type="hidden" name={name} value={filters.search.get(name) ?? ""} />
        ) : null,
      )}
      <noscript>
        <Button type="submit" size="sm" className="mt-3">
          Show
        </Button>
      </noscript>
    </form>
  );
}

/** What the controls of one kind get: their filter, what is chosen, and what to do when they are turned or about to be. */
function controlsOf(kind: FilterField["kind"], { fields, search, ahead, onChoose }: Omit<FormProps, "isAsking">) {
  const ofKind = fields.filter((field) => field.kind === kind);
  return ofKind.map((field) => {
    const aheadOf: AheadOf = (owner, choices) =>
      ahead(`${field.name} ${owner}`, () => choices().map((values) => turn(search, field, values)));
    return { field, chosen: chosenOf(field, search), onChoose, aheadOf };
  });
}

/** The address of the page, and a way to another one that shows the choice at once and its numbers as they come. */
function useAddress() {
  const path = usePathname();
  const { ask, isAsking } = useLiveFilters();
  const search = new URLSearchParams(useAddressQuery());
  const go = (next: URLSearchParams) => {
    // Asked for before anything is drawn: the answer is what takes long.
    ask(next);
    goToQuery(`${path}${queryOf(next)}`);
  };
  return { search, path, go, isAsking };
}

type SelectProps = { field: FilterField; chosen: readonly string[]; onChoose: Choose; aheadOf: AheadOf };

function FilterSelect({ field, chosen, onChoose, aheadOf }: SelectProps) {
  const id = `filter-${field.name}`;
  return (
    <Field id={id} label={field.label}>
      <Select
        id={id}
        name={field.name}
        value={chosen[0] ?? ""}
        onChange={(event) => onChoose(field, [event.target.value])}
        {...aheadOf("", () => likelyValues(field, chosen).map((value) => [value]))}
      >
        <Options options={field.options} />
        {field.barren ? (
          <optgroup label={field.barren.label}>
            <Options options={field.barren.options} />
          </optgroup>
        ) : null}
      </Select>
    </Field>
  );
}

function Options({ options }: Pick<FilterField, "options">) {
  return options.map(({ value, name }) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}

import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { Field, Select, TextInput } from "#components/ui/field.tsx";
import { type EpisodeFilter, type EpisodeSort, FILTER_PARAMETERS, isEmptyFilter } from "#lib/domain/episodes/filter.ts";
import { OptionField } from "./filter-field.tsx";
import { SORT_LABELS } from "./filter-words.ts";

/** What the bar offers to choose from. */
export type FilterChoices = { policies: string[]; scenarios: string[]; tags: string[]; sourceFiles: string[] };

type Props = { filter: EpisodeFilter; sort: EpisodeSort; choices: FilterChoices };

const MORE: (keyof EpisodeFilter)[] = [
  "tag",
  "sourceFile",
  "hard",
  "turnsFrom",
  "turnsTo",
  "conflict",
  "prompt",
  "demo",
];

function MoreFilters({ filter, choices }: Omit<Props, "sort">) {
  return (
    <details open={MORE.some((key) => filter[key] !== undefined)} className="mt-3">
      <summary className="inline-block text-sm text-accent underline-offset-3 hover:underline">More conditions</summary>
      <div className="mt-3 grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-4">
        <Field id="f-tag" label="Tag">
          <OptionField id="f-tag" name="tag" value={filter.tag} options={choices.tags} anyLabel="Any tag" />
        </Field>
        <Field id="f-file" label="Source file">
          <OptionField
            id="f-file"
            name="file"
            value={filter.sourceFile}
            options={choices.sourceFiles}
            anyLabel="Any file"
          />
        </Field>
        <Field id="f-hard" label="SOTOPIA-hard">
          <Select id="f-hard" name="hard" defaultValue={filter.hard ?? ""}>
            <option value="">In it or not</option>
            <option value="only">Only the hard set</option>
            <option value="without">Without the hard set</option>
          </Select>
        </Field>
        <fieldset className="flex min-w-0 flex-col gap-1">
          <legend className="mb-1 text-sm font-semibold">Turns</legend>
          <div className="flex items-center gap-2">
            <TextInput
              name="turnsFrom"
              type="number"
              min={0}
              aria-label="At least so many turns"
              placeholder="from"
              defaultValue={filter.turnsFrom}
            />
            <span aria-hidden="true">–</span>
            <TextInput
              name="turnsTo"
              type="number"
              min={0}
              aria-label="At most so many turns"
              placeholder="to"
              defaultValue={filter.turnsTo}
            />
          </div>
        </fieldset>
        <Field id="f-conflict" label="Conflict">
          <Select id="f-conflict" name="conflict" defaultValue={filter.conflict ?? ""}>
            <option value="">Not asked</option>
            <option value="open">Waiting for a decision</option>
            <option value="set-aside">Set aside</option>
          </Select>
        </Field>
        <Field id="f-prompt" label="Stored prompt">
          <Select id="f-prompt" name="prompt" defaultValue={filter.prompt ?? ""}>
            <option value="">Not asked</option>
            <option value="matches">Belongs to the episode</option>
            <option value="foreign">Belongs to something else</option>
            <option value="unverified">Could not be checked</option>
            <option value="absent">There is none</option>
          </Select>
        </Field>
        <Field id="f-demo" label="Demo">
          <Select id="f-demo" name="demo" defaultValue={filter.demo ?? ""}>
            <option value="">With demo episodes</option>
            <option value="hide">Without demo episodes</option>
            <option value="only">Demo episodes only</option>
          </Select>
        </Field>
      </div>
    </details>
  );
}

/** The conditions on the list of episodes: a plain form whose fields become the address. */
export function EpisodeFilterBar({ filter, sort, choices }: Props) {
  return (
    <search>
      <form method="get" action="/episodes" className="mb-5 rounded-surface border border-line bg-surface p-4">
        {filter.importId ? <input type="hidden" name={FILTER_PARAMETERS.importId} value={filter.importId} /> : null}
        {filter.scenarioId ? (
          <input type="hidden" name={FILTER_PARAMETERS.scenarioId} value={filter.scenarioId} />
        ) : null}
        <div className="grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-[minmax(0,1.6fr)_repeat(4,minmax(0,1fr))]">
          <Field id="f-search" label="Search" className="col-span-2 lg:col-span-1">
            <TextInput
              id="f-search"
              name="q"
              type="search"
              defaultValue={filter.search}
              placeholder="Name, situation, id"
            />
          </Field>
          <Field id="f-policy" label="Policy">
            <OptionField id="f-policy" name="policy" value={filter.policy} options={choices.policies} anyLabel="Any" />
          </Field>
          <Field id="f-partner" label="Partner">
            <OptionField
              id="f-partner"
              name="partner"
              value={filter.partner}
              options={choices.policies}
              anyLabel="Any"
            />
          </Field>
          <Field id="f-scenario" label="Scenario">
            <OptionField
              id="f-scenario"
              name="scenario"
              value={filter.scenario}
              options={choices.scenarios}
              anyLabel="Any"
            />
          </Field>
          <Field id="f-rated" label="Ratings">
            <Select id="f-rated" name="rated" defaultValue={filter.rated ?? ""}>
              <option value="">With or without</option>
              <option value="judge">From a judge</option>
              <option value="human">From people</option>
              <option value="both">From both</option>
              <option value="none">None yet</option>
            </Select>
          </Field>
        </div>
        <MoreFilters filter={filter} choices={choices} />
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <label htmlFor="f-sort" className="text-sm text-ink-2">
            Order
          </label>
          <div className="w-52">
            <Select id="f-sort" name="sort" defaultValue={sort}>
              {Object.entries(SORT_LABELS).map(([key, label]) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </Select>
          </div>
          <Button type="submit">Show</Button>
          {isEmptyFilter(filter) ? null : (
            <Link href="/episodes" className="link text-sm">
              Clear all conditions
            </Link>
          )}
        </div>
      </form>
    </search>
  );
}

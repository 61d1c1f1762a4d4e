import { Button } from "#components/ui/button.tsx";
import { Field, Select, TextInput } from "#components/ui/field.tsx";
import { Link } from "#components/ui/link.tsx";
import { type EpisodeFilter, type EpisodeSort, FILTER_PARAMETERS, isEmptyFilter } from "#lib/domain/episodes/filter.ts";
import { ChoiceRow, OptionRow } from "./filter-field.tsx";
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

const HARD = [
  ["", "In it or not"],
  ["only", "Only the hard set"],
  ["without", "Without the hard set"],
] as const;

const CONFLICT = [
  ["", "Not asked"],
  ["open", "Waiting for a decision"],
  ["set-aside", "Set aside"],
] as const;

const PROMPT = [
  ["", "Not asked"],
  ["matches", "Belongs to the episode"],
  ["foreign", "Belongs to something else"],
  ["unverified", "Could not be checked"],
  ["absent", "There is none"],
] as const;

const DEMO = [
  ["", "With them"],
  ["hide", "Without them"],
  ["only", "Only them"],
] as const;

const RATED = [
  ["", "Any"],
  ["judge", "From a judge"],
  ["human", "From people"],
  ["both", "From both"],
  ["none", "None yet"],
] as const;

function MoreFilters({ filter, choices }: Omit<Props, "sort">) {
  return (
    <details open={MORE.some((key) => filter[key] !== undefined)} className="grow-1 open:basis-full">
      <summary className="w-fit py-2 text-sm text-ink-2 hover:text-ink">More conditions</summary>
      <div className="mt-3 grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-4">
        <OptionRow id="f-tag" label="Tag" name="tag" value={filter.tag} options={choices.tags} anyLabel="Any tag" />
        <OptionRow
          id="f-file"
          label="Source file"
          name="file"
          value={filter.sourceFile}
          options={choices.sourceFiles}
          anyLabel="Any file"
        />
        <ChoiceRow id="f-hard" name="hard" label="SOTOPIA-hard" value={filter.hard} options={HARD} />
        <ChoiceRow id="f-conflict" name="conflict" label="Conflict" value={filter.conflict} options={CONFLICT} />
        <ChoiceRow id="f-prompt" name="prompt" label="Stored prompt" value={filter.prompt} options={PROMPT} />
        <ChoiceRow id="f-demo" name="demo" label="Demo episodes" value={filter.demo} options={DEMO} />
        <fieldset className="col-span-2 flex min-w-0 flex-col gap-1 lg:col-span-1">
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
          <OptionRow
            id="f-policy"
            label="Policy"
            name="policy"
            value={filter.policy}
            options={choices.policies}
            anyLabel="Any"
          />
          <OptionRow
            id="f-partner"
            label="Partner"
            name="partner"
            value={filter.partner}
            options={choices.policies}
            anyLabel="Any"
          />
          <OptionRow
            id="f-scenario"
            label="Scenario"
            name="scenario"
            value={filter.scenario}
            options={choices.scenarios}
            anyLabel="Any"
          />
          <ChoiceRow id="f-rated" name="rated" label="Ratings" value={filter.rated} options={RATED} />
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-3">
          <MoreFilters filter={filter} choices={choices} />
          <div className="flex w-full flex-wrap items-center gap-3 sm:w-auto">
            <label htmlFor="f-sort" className="w-full text-sm text-ink-2 sm:w-auto">
              Order
            </label>
            <div className="min-w-0 flex-1 sm:w-52 sm:flex-none">
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
        </div>
      </form>
    </search>
  );
}

import type { ReactNode } from "react";
import { FormSection, NumberRow, RadioRow, SelectRow, TextRow, TickRow } from "#components/forms/form-rows.tsx";
import { controlId, type FormValues } from "#components/forms/form-values.ts";
import { describedBy, Field, Fieldset, TextArea } from "#components/ui/field.tsx";

/** What can be chosen among in the episodes there are; each list may be cut, so any text may be typed. */
export type EpisodeOptions = { policies: string[]; scenarios: string[]; tags: string[]; files: string[] };

/** Which conditions came with the address from the episode list and have no field of their own. */
const CARRIED = ["filter.scenarioId", "filter.importId", "filter.prompt", "filter.conflict"];

/** How the items are drawn. `count` is what the draw would find, told while the form is filled in. */
export function ItemsSection({
  values,
  options,
  count,
  hasSeed = true,
}: {
  values: FormValues;
  options: EpisodeOptions;
  count: ReactNode;
  /** Whether the seed can be chosen; items that are added get the next one of their study. */
  hasSeed?: boolean;
}) {
  return (
    <FormSection title="Items" about="Each episode you choose becomes one item, rated as a whole.">
      <Fieldset legend="Draw the items">
        <RadioRow values={values} name="planKind" value="filter" label="Every episode that matches" />
        <RadioRow
          values={values}
          name="planKind"
          value="sample"
          label="A random sample of them, stratified by policy"
          help="The chance of every episode to be drawn is stored, so that later estimates can use it."
        />
        <RadioRow values={values} name="planKind" value="ids" label="A list of ids" />
        {values.isOn("strata") ? (
          <RadioRow
            values={values}
            name="planKind"
            value="strata"
            label="The same strata again"
            help="Those of the planner that the items came from, with as many of each."
          />
        ) : null}
      </Fieldset>
      <div className="hidden group-has-[#field-planKind-ids:checked]/form:block">
        <IdList values={values} />
      </div>
      {values.isOn("strata") ? <input type="hidden" name="strata" value={values.text("strata")} /> : null}
      <div className="flex flex-col gap-5 group-has-[#field-planKind-ids:checked]/form:hidden group-has-[#field-planKind-strata:checked]/form:hidden">
        <FilterFields values={values} options={options} />
        <div className="hidden group-has-[#field-planKind-sample:checked]/form:block">
          <SampleFields values={values} hasSeed={hasSeed} />
        </div>
      </div>
      <TickRow
        values={values}
        name="includeForeign"
        label="Also take episodes whose stored prompt belongs to another one"
        help="The text that the judge was asked with is about another episode, so dialogue and scenario may not fit together. They are left out unless you ask for them."
      />
      <TickRow
        values={values}
        name="includeUndecided"
        label="Also take episodes with an undecided conflict"
        help="They were imported with different contents under one id, so they are left out until somebody chooses."
      />
      {count}
    </FormSection>
  );
}

function IdList({ values }: { values: FormValues }) {
  const id = controlId("ids");
  const error = values.error("ids");
  return (
    <Field
      id={id}
      label="Ids"
      help="One a line: ids of this studio or of the source. Ids that name nothing are listed."
      error={error}
    >
      <TextArea
        id={id}
        name="ids"
        rows={6}
        spellCheck={false}
        defaultValue={values.text("ids")}
        className="font-mono text-sm"
        {...describedBy(id, { help: true, error })}
      />
    </Field>
  );
}

function FilterFields({ values, options }: { values: FormValues; options: EpisodeOptions }) {
  return (
    <Fieldset legend="Episodes" help="Leave a field empty for any.">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextRow values={values} name="filter.search" label="Search" className="sm:col-span-2" />
        <ListedRow values={values} name="filter.policy" label="Policy" help="In either seat." list={options.policies} />
        <ListedRow
          values={values}
          name="filter.partner"
          label="Partner"
          help="In the other seat."
          list={options.policies}
        />
        <ListedRow values={values} name="filter.scenario" label="Scenario" list={options.scenarios} />
        <ListedRow values={values} name="filter.tag" label="Tag" list={options.tags} />
        <ListedRow values={values} name="filter.sourceFile" label="Source file" list={options.files} />
        <SelectRow values={values} name="filter.hard" label="Hard scenarios" options={HARD} />
        <SelectRow values={values} name="filter.rated" label="Ratings so far" options={RATED} />
        <SelectRow values={values} name="filter.demo" label="Demo episodes" options={DEMO} />
        <div className="grid grid-cols-2 gap-3">
          <NumberRow values={values} name="filter.turnsFrom" label="Turns from" />
          <NumberRow values={values} name="filter.turnsTo" label="to" />
        </div>
      </div>
      {CARRIED.filter((name) => values.isOn(name)).map((name) => (
        <input key={name} type="hidden" name={name} value={values.text(name)} />
      ))}
    </Fieldset>
  );
}

const HARD = [
  { value: "", label: "Any" },
  { value: "only", label: "Only hard ones" },
  { value: "without", label: "Without the hard ones" },
];

const RATED = [
  { value: "", label: "Any" },
  { value: "judge", label: "Rated by a judge" },
  { value: "human", label: "Rated by people" },
  { value: "both", label: "Rated by both" },
  { value: "none", label: "Not rated yet" },
];

const DEMO = [
  { value: "", label: "With them" },
  { value: "hide", label: "Without them" },
  { value: "only", label: "Only them" },
];

function ListedRow({
  list,
  ...row
}: {
  values: FormValues;
  name: string;
  label: string;
  help?: string;
  list: string[];
}) {
  const listId = `${controlId(row.name)}-list`;
  return (
    <div>
      <TextRow {...row} list={listId} autoComplete="off" />
      <datalist id={listId}>
        {list.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </div>
  );
}

function SampleFields({ values, hasSeed }: { values: FormValues; hasSeed: boolean }) {
  return (
    <div className="grid gap-4 sm:grid-cols-[1fr_7rem_7rem]">
      <SelectRow
        values={values}
        name="sampleSize"
        label="Size of the sample"
        options={[
          { value: "per-stratum", label: "From every pair of policies, this many" },
          { value: "proportional", label: "In all, in proportion to each pair" },
          { value: "equal", label: "In all, the same from each pair" },
        ]}
      />
      <NumberRow values={values} name="sampleCount" label="Episodes" />
      {hasSeed ? <NumberRow values={values} name="seed" label="Seed" /> : null}
    </div>
  );
}

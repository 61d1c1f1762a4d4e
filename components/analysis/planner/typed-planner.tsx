import { Button } from "#components/ui/button.tsx";
import { describedBy, Field, TextInput } from "#components/ui/field.tsx";
import { formatInteger, formatNumber, plural } from "#components/ui/format.ts";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { PlanAssumptions, PlannedWork, TypedPlan } from "#lib/domain/analysis/typed-plan.ts";

type FieldWords = { name: keyof PlanAssumptions; label: string; help: string; step: string };

const GROUPS: { title: string; fields: FieldWords[] }[] = [
  {
    title: "What you expect",
    fields: [
      {
        name: "sd",
        label: "Spread of judge − person",
        help: "Standard deviation in points, with one rating. About 2 on a scale of 11 points.",
        step: "0.1",
      },
      {
        name: "rho",
        label: "Likeness inside an episode (ρ)",
        help: "0: the two agents err apart; 1: always alike.",
        step: "0.05",
      },
      { name: "cells", label: "Agents rated per episode", help: "Two in most episodes.", step: "1" },
      {
        name: "personSd",
        label: "Spread between people",
        help: "Standard deviation of several people’s ratings of the same agent.",
        step: "0.1",
      },
    ],
  },
  {
    title: "What you want",
    fields: [
      { name: "target", label: "Bias within ±", help: "Half-width of the interval, in points.", step: "0.05" },
      { name: "difference", label: "Difference to find", help: "Between two policies, in points.", step: "0.05" },
    ],
  },
  {
    title: "Work and cost",
    fields: [
      { name: "raters", label: "People per episode", help: "One is best for the bias alone.", step: "1" },
      { name: "perAnnotation", label: "Cost of one rated episode", help: "In any currency, or minutes.", step: "0.01" },
      { name: "perEpisode", label: "Cost of one more episode", help: "0 where they are there already.", step: "0.01" },
    ],
  },
  {
    title: "The judge’s help",
    fields: [
      { name: "correlation", label: "Correlation with people", help: "Between −1 and 1.", step: "0.05" },
      { name: "pool", label: "Cells that the judge scored", help: "Agents of episodes, rated or not.", step: "1" },
    ],
  },
];

/** A plan from typed assumptions: the form, which works without scripts, and what follows from it. */
export function TypedPlanner({ assumptions, plan }: { assumptions: PlanAssumptions; plan: TypedPlan }) {
  return (
    <div className="flex flex-col gap-8">
      <Results assumptions={assumptions} plan={plan} />
      <form method="get" className="flex flex-col gap-6" aria-label="Assumptions">
        {GROUPS.map(({ title, fields }) => (
          <fieldset key={title} className="min-w-0">
            <legend className="mb-2 text-lg font-semibold">{title}</legend>
            <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
              {fields.map((field) => (
                <Assumption key={field.name} {...field} value={assumptions[field.name]} />
              ))}
            </div>
          </fieldset>
        ))}
        <div>
          <Button type="submit" variant="primary">
            Plan again
          </Button>
        </div>
      </form>
    </div>
  );
}

function Assumption({ name, label, help, step, value }: FieldWords & { value: number }) {
  const id = `plan-${name}`;
  return (
    <Field id={id} label={label} help={help}>
      <TextInput
        id={id}
        name={name}
        type="number"
        step={step}
        inputMode="decimal"
        defaultValue={value}
        {...describedBy(id, { help: true })}
      />
    </Field>
  );
}

function Results({ assumptions, plan }: { assumptions: PlanAssumptions; plan: TypedPlan }) {
  const { target, difference, correlation, raters } = assumptions;
  const rows: { aim: string; work: PlannedWork }[] = [
    { aim: `Bias of the judge within ±${formatNumber(target)}`, work: plan.bias },
    { aim: `A difference of ${formatNumber(difference)} between two policies, per policy`, work: plan.difference },
  ];
  return (
    <section aria-label="Plan" className="flex flex-col gap-3">
      <p className="max-w-[70ch] font-text text-xl">
        About {plural(plan.bias.episodes, "episode")} are enough for the bias within ±{formatNumber(target)}, at a
        standard deviation of {formatNumber(plan.sd)} and a design effect of {formatNumber(plan.designEffect)}.
      </p>
      <Table label="What it takes">
        <thead>
          <tr>
            <Th>Aim</Th>
            <Th numeric>Episodes</Th>
            <Th numeric>Rated episodes</Th>
            <Th numeric>Cost</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ aim, work }) => (
            <Tr key={aim}>
              <Td className="min-w-44">{aim}</Td>
              <Td numeric>{formatInteger(work.episodes)}</Td>
              <Td numeric>{formatInteger(work.annotations)}</Td>
              <Td numeric>{formatNumber(work.cost)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <ul className="flex max-w-[75ch] list-disc flex-col gap-1 pl-5 text-sm text-ink-2">
        <li>The difference is found with a chance of 80 %, by a two-sided test at 5 %.</li>
        <li>{raterSentence(plan.bestRaters, raters)}</li>
        <li>{poweredSentence(plan, correlation)}</li>
        <li>
          Rate ten episodes of each policy first and plan again with their spread: with ten, the true spread may be 0.69
          to 1.83 times what you see, and a plan should take the upper end.
        </li>
      </ul>
    </section>
  );
}

function raterSentence(best: number | null, raters: number): string {
  if (best === null)
    return "The spread lies between people alone, so more people on one episode help as much as more episodes.";
  if (best < 1.5)
    return raters === 1
      ? "For the bias, one person per episode and more episodes is best. Let two people rate 20 to 30 % of them, so that their agreement can be measured."
      : "For the same cost, one person per episode and more episodes would tell more about the bias; a fifth to a third rated twice is enough to measure agreement.";
  return `At these costs about ${formatNumber(best, 1)} people per episode tell most about the bias.`;
}

function poweredSentence({ powered }: TypedPlan, correlation: number): string {
  const { classical, labels } = powered;
  if (labels === null)
    return `The judge has scored fewer cells than the ${formatInteger(classical)} that the plan takes, so it cannot stand in for any.`;
  const saved = classical - labels;
  return `With a judge that follows people by r = ${formatNumber(correlation)}, ${formatInteger(labels)} rated cells tell as much about people’s mean as ${formatInteger(classical)} without it${saved / classical < 0.1 ? ": it hardly helps below r = 0.4" : ""}.`;
}

"use client";
import { useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Field, Select } from "#components/ui/field.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useUntilAlive } from "#components/ui/use-is-alive.ts";
import type {
  DimensionDisagreements,
  DisagreementList,
  GapDirection,
} from "#lib/domain/analysis/findings/disagreements.ts";
import { PagedCells } from "../cells/paged-cells.tsx";
import { useAnswer } from "../cells/use-answer.ts";
import { sideWords } from "../frame/view-words.ts";
import { useShownSearch } from "../live/live-view.tsx";
import { chooseGaps, type GapChoice, listHref, useGapChoice } from "./gap-choice.ts";

type Props = { analysisId: string; part: DimensionDisagreements; policies: readonly string[] };

/** The largest gaps of a dimension: of all policies or one, whichever way judge and people differ or one way. */
export function ChosenDisagreements({ analysisId, part, policies }: Props) {
  const choice = useGapChoice(policies);
  const href = listHref({ analysisId, dimension: part.dimension.key }, choice, useShownSearch());
  const isAll = choice.policy === "" && choice.direction === "both";
  const { value, problem, isLoading } = useAnswer<DisagreementList>(isAll ? null : href);
  const first = isAll ? { total: part.apart, cells: part.cells } : value;
  return (
    <>
      <Choices dimension={part.dimension} policies={policies} choice={choice} />
      {isLoading ? <Skeleton className="h-24 w-full" /> : null}
      {problem ? (
        <p role="alert" className="text-sm text-bad">
          {problem}
        </p>
      ) : null}
      {first?.total === 0 ? (
        <p role="status" className="text-sm text-ink-2">
          No cell differs this way.
        </p>
      ) : null}
      {first && first.total > 0 ? (
        <PagedCells
          key={href}
          analysisId={analysisId}
          dimension={part.dimension.key}
          label={`Largest disagreements on ${part.dimension.name.toLowerCase()}`}
          first={first}
          hrefFrom={(offset) => `${href}&offset=${offset}`}
        />
      ) : null}
    </>
  );
}

type ChoicesProps = {
  dimension: DimensionDisagreements["dimension"];
  policies: readonly string[];
  choice: GapChoice;
};

function Choices({ dimension, policies, choice }: ChoicesProps) {
  const id = useId();
  const [below, above] = sideWords(dimension);
  return (
    <div className={classNames("flex flex-wrap gap-4 print:hidden", useUntilAlive())}>
      <Field id={`${id}-policy`} label="Policy">
        <Select
          id={`${id}-policy`}
          value={choice.policy}
          onChange={(event) => chooseGaps({ policy: event.target.value })}
        >
          <option value="">All policies</option>
          {policies.map((label) => (
            <option key={label} value={label}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={`${id}-direction`} label="Direction">
        <Select
          id={`${id}-direction`}
          value={choice.direction}
          onChange={(event) => chooseGaps({ direction: event.target.value as GapDirection })}
        >
          <option value="both">Either way</option>
          <option value="above">{capital(above)}</option>
          <option value="below">{capital(below)}</option>
        </Select>
      </Field>
    </div>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

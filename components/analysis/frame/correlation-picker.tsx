"use client";
import { useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Select } from "#components/ui/field.tsx";
import { useUntilAlive } from "#components/ui/use-is-alive.ts";
import { CORRELATION_WORDS } from "#lib/domain/analysis/correlation-words.ts";
import { CORRELATIONS, type CorrelationName } from "#lib/domain/statistics/pair-patterns.ts";
import { chooseInAddress, useAddressChoice } from "./address-choice.ts";

/** Under which name an address says which correlation views show. */
export const CORRELATION_PARAMETER = "correlation";

/** The correlation that the address names, else Spearman’s. */
export function useChosenCorrelation(): CorrelationName {
  const wanted = useAddressChoice(CORRELATION_PARAMETER);
  return CORRELATIONS.find((name) => name === wanted) ?? "spearman";
}

/** Chooses the correlation of judge and people. The choice stands in the address, as the dimension does. */
export function CorrelationPicker() {
  const id = useId();
  const chosen = useChosenCorrelation();
  return (
    <div className={classNames("flex flex-wrap items-center gap-x-3 gap-y-1", useUntilAlive())}>
      <label htmlFor={id} className="text-sm font-semibold">
        Correlation of judge and people
      </label>
      <div className="w-full sm:w-72">
        <Select
          id={id}
          className="text-sm"
          value={chosen}
          onChange={(event) => chooseInAddress(CORRELATION_PARAMETER, event.target.value)}
        >
          {CORRELATIONS.map((name) => (
            <option key={name} value={name}>
              {CORRELATION_WORDS[name].name}: {CORRELATION_WORDS[name].meaning}
            </option>
          ))}
        </Select>
      </div>
    </div>
  );
}

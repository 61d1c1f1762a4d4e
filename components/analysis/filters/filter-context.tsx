"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { SendForm } from "#components/forms/form-values.ts";
import type { FilterOptions } from "#lib/domain/analysis/filter-options.ts";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";

/** The question of the page as it is saved, what its filters can be turned to, and how tried filters are saved. */
export type FilteredAnalysis = {
  analysisId: string;
  version: number;
  question: AnalysisQuestion;
  options: FilterOptions & { judges: readonly { key: string; name: string; items: number }[] };
  /** Null where this reader may not change the analysis, or looks at an older version. */
  save: SendForm | null;
};

const Context = createContext<FilteredAnalysis | null>(null);

/**
 * Holds what the filters need beside the head of an analysis, which stays while views and filters change: a new choice
 * fetches nothing but its numbers.
 */
export function FilterProvider({ value, children }: { value: FilteredAnalysis; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** What {@link FilterProvider} holds. Throws outside of one. */
export function useFilteredAnalysis(): FilteredAnalysis {
  const value = useContext(Context);
  if (!value) throw new Error("The filter bar stands inside a FilterProvider.");
  return value;
}

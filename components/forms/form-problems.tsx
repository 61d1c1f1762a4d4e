"use client";
import { useLayoutEffect, useState } from "react";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { controlId, type SentForm } from "./form-values.ts";
import { labelOf } from "./label-of.ts";

/**
 * What is wrong with a long form that came back, above it, each problem with a link to its control and, once the page has
 * its scripts, the label of that control; nothing else. `refused` is said where the answer has no words of its own.
 */
export function FormProblems({ state, refused }: { state: SentForm; refused: string }) {
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({});
  const { issues } = state;
  useLayoutEffect(
    () => setLabels(Object.fromEntries((issues ?? []).map(({ path }) => [path, labelOf(path)]))),
    [issues],
  );
  if (state.ok !== false) return null;
  const items = (issues ?? []).map(({ path, message }) => ({
    message: labels[path] ? `${labels[path]}: ${message}` : message,
    href: `#${controlId(path)}`,
  }));
  return (
    <div className="mb-6 max-w-[60rem]">
      <ErrorSummary items={items.length > 0 ? items : [{ message: state.message ?? refused }]} />
    </div>
  );
}

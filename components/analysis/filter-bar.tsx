"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, Select } from "#components/ui/field.tsx";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";
import type { JudgeOption } from "./question/question-options.ts";

type Props = { question: AnalysisQuestion; judges: readonly JudgeOption[] };

/**
 * Filters to try out without saving them. They stand in the address, so that a link shows the same; a choice that equals
 * the question's own is taken out of it. A plain form without scripts.
 */
export function FilterBar({ question, judges }: Props) {
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const fields = filterFields(question, judges);
  const isChanged = fields.some((field) => search.has(field.name));
  const choose = (event: FormEvent<HTMLFormElement>) => {
    const parameters = new URLSearchParams(search);
    for (const field of fields) {
      const value = String(new FormData(event.currentTarget).get(field.name) ?? "");
      if (value === field.own) parameters.delete(field.name);
      else parameters.set(field.name, value);
    }
    startTransition(() => router.replace(`${path}?${parameters}`, { scroll: false }));
  };
  return (
    <details open={isChanged} className="min-w-0 grow print:hidden">
      <summary className="py-1.5 text-sm text-ink-2 hover:text-ink">
        {isChanged ? "Other filters than saved" : "Try other filters"}
      </summary>
      <form
        method="get"
        onChange={choose}
        aria-busy={isPending}
        className="mt-1 grid grid-cols-1 gap-x-4 gap-y-3 rounded-surface border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-5"
      >
        {fields.map((field) => (
          <Field key={field.name} id={`filter-${field.name}`} label={field.label}>
            <Select
              key={search.get(field.name)}
              id={`filter-${field.name}`}
              name={field.name}
              defaultValue={search.get(field.name) ?? field.own}
            >
              {field.options.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        {search.has("dimension") ? (
          <input type="hidden" name="dimension" value={search.get("dimension") ?? ""} />
        ) : null}
        <noscript>
          <Button type="submit" size="sm">
            Show
          </Button>
        </noscript>
      </form>
    </details>
  );
}

type FilterField = { name: string; label: string; own: string; options: readonly (readonly [string, string])[] };

function filterFields(question: AnalysisQuestion, judges: readonly JudgeOption[]): FilterField[] {
  return [
    {
      name: "judge",
      label: "Judge",
      own: question.judges.length === 1 ? (question.judges[0] ?? "") : "",
      options: [
        ...(question.judges.length === 1 ? [] : [["", "As saved"] as const]),
        ...judges.map(({ key, name }) => [key, name] as const),
      ],
    },
    {
      name: "agent",
      label: "Agent",
      own: question.whichAgent,
      options: [
        ["learner", "Under study"],
        ["both", "Both"],
        ["partner", "Partner"],
      ],
    },
    {
      name: "clusters",
      label: "Independent are",
      own: question.clusterRule,
      options: [
        ["automatic", "Chosen by the data"],
        ["episode", "Episodes"],
        ["scenario", "Scenarios"],
      ],
    },
    {
      name: "excluded",
      label: "Excluded ratings",
      own: question.countExcluded ? "count" : "leave",
      options: [
        ["leave", "Left out"],
        ["count", "Counted"],
      ],
    },
    {
      name: "repeated",
      label: "Repeated rows",
      own: question.keepDuplicates ? "count" : "once",
      options: [
        ["count", "Counted"],
        ["once", "Once"],
      ],
    },
  ];
}

"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { labelOf } from "#components/forms/label-of.ts";
import type { FieldIssue } from "#lib/domain/shared/errors.ts";
import type { DrawPreview } from "./draw-count.tsx";

/** Wait after the last change before asking, in ms. */
const PAUSE_MS = 450;

/** What of a form decides the draw; another change asks nothing. */
function drawFields(form: HTMLFormElement): string {
  const names = /^(planKind|ids|strata|notIn|includeForeign|includeUndecided|sampleSize|sampleCount|seed|filter\..+)$/;
  const fields = [...new FormData(form)].filter(([name, value]) => names.test(name) && typeof value === "string");
  return JSON.stringify(Object.fromEntries(fields));
}

/** The first thing wrong with a refused draw, after the label of its field. */
function problemOf({ error }: { error?: { message?: string; issues?: FieldIssue[] } }): string {
  const issue = error?.issues?.[0];
  const label = issue ? labelOf(issue.path) : "";
  const sentence = issue?.message ?? error?.message ?? "The count cannot be told right now.";
  return label ? `${label}: ${sentence}` : sentence;
}

/** Asks, while a form is filled in, what its draw would find. `refresh` is for the form’s change events. */
export function useDrawPreview(form: RefObject<HTMLFormElement | null>, href: string | null) {
  const [preview, setPreview] = useState<DrawPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = useRef("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const ask = useCallback(async () => {
    if (!form.current || !href) return;
    const body = drawFields(form.current);
    if (body === asked.current) return;
    asked.current = body;
    try {
      const response = await fetch(href, { method: "POST", body, headers: { "content-type": "application/json" } });
      const answer = await response.json();
      if (asked.current !== body) return;
      setPreview(response.ok ? answer : null);
      setProblem(response.ok ? null : problemOf(answer));
    } catch {
      if (asked.current === body) setProblem("Offline, so the count cannot be told. The form is not lost.");
    }
  }, [form, href]);

  const refresh = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(ask, PAUSE_MS);
  }, [ask]);

  useEffect(() => {
    void ask();
    return () => clearTimeout(timer.current);
  }, [ask]);

  return { preview, problem, refresh };
}

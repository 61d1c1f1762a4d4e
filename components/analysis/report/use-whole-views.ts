"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";
import { askView } from "../bundle/ask.ts";

/** One view of a report; `isPending` while intervals of it are still being computed. */
export type ReportedView = { finding: Findings[ViewName]; isPending: boolean };

type Asked = { analysisId: string; query: string; fingerprint: string; views: readonly ReportedView[] };

/**
 * The views of a report, each replaced by the whole one as soon as its intervals are computed. When the data change
 * meanwhile, the page is asked for anew, so that all views rest on the same ratings. `problem` says what went wrong.
 */
export function useWholeViews({ analysisId, query, fingerprint, views }: Asked) {
  const router = useRouter();
  const [answered, setAnswered] = useState<{ of: string; findings: readonly Findings[ViewName][] }>(NOTHING);
  const [problem, setProblem] = useState<string | null>(null);
  const pending = views.filter(({ isPending }) => isPending).map(({ finding }) => finding.view);
  const wanted = pending.join(" ");
  useEffect(() => {
    const abort = new AbortController();
    const askAll = async () => {
      for (const view of wanted.split(" ").filter(Boolean) as ViewName[]) {
        const whole = await askView(analysisId, view, query, abort.signal);
        if (whole.fingerprint !== fingerprint) return router.refresh();
        setAnswered((last) => ({
          of: fingerprint,
          findings: [...(last.of === fingerprint ? last.findings : []), whole.finding],
        }));
      }
      setProblem(null);
    };
    askAll().catch((error) => {
      if (!abort.signal.aborted) setProblem((error as Error).message);
    });
    return () => abort.abort();
  }, [analysisId, query, fingerprint, wanted, router]);
  const whole = answered.of === fingerprint ? answered.findings : [];
  const shown = views.map(({ finding, isPending }) => {
    const complete = whole.find(({ view }) => view === finding.view);
    return { finding: complete ?? finding, isPending: isPending && !complete };
  });
  return { views: shown, problem };
}

const NOTHING = { of: "", findings: [] };

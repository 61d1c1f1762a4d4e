import Link from "next/link";
import type { ReactNode } from "react";
import { FilterBar } from "#components/analysis/filter-bar.tsx";
import { judgeOptions } from "#components/analysis/question/question-options.ts";
import { ShareLink } from "#components/analysis/share-link.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { LiveRefresh } from "#components/ui/live-refresh.tsx";
import { listSources } from "#lib/operations/analysis/list-sources.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import type { loadAnalysis } from "./analysis.ts";

type Props = {
  analysis: Awaited<ReturnType<typeof loadAnalysis>>["analysis"];
  isPending: boolean;
  children: ReactNode;
};

/** What stands above every view: which version this is, filters to try, and whether intervals are still on their way. */
export async function ViewPage({ analysis, isPending, children }: Props) {
  const sources = await listSources(await requireUser(), {});
  return (
    <>
      {analysis.version === analysis.latestVersion ? null : (
        <div className="mb-4">
          <Callout>
            <p>
              This is version {analysis.version} of the question.{" "}
              <Link href={`/analysis/${analysis.id}`} className="link">
                Show version {analysis.latestVersion}, the newest
              </Link>
              .
            </p>
          </Callout>
        </div>
      )}
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-4 print:hidden">
        <FilterBar question={analysis.question} judges={judgeOptions(sources)} />
        <ShareLink />
      </div>
      {isPending ? (
        <p role="status" className="mb-4 text-sm text-ink-2">
          Some intervals are still being computed; they appear by themselves.
          <LiveRefresh seconds={2} />
        </p>
      ) : null}
      {children}
    </>
  );
}

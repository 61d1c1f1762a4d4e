import type { ReactNode } from "react";
import { AnalysisTabs } from "#components/analysis/analysis-tabs.tsx";
import { BundleLink } from "#components/analysis/bundle/bundle-link.tsx";
import { ReportLink } from "#components/analysis/report/report-link.tsx";
import { ActionForm } from "#components/forms/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { DemoTag } from "#components/ui/tag.tsx";
import { archiveAnalysisAction } from "../actions.ts";
import { type AnalysisParams, loadAnalysis } from "./analysis.ts";
import { Filtered } from "./filtered.tsx";

export async function generateMetadata({ params }: AnalysisParams) {
  return { title: (await loadAnalysis((await params).analysisId)).analysis.name };
}

/** The head of every page of one analysis: its question, what can be done with it, and its views. */
export default async function AnalysisLayout({ params, children }: AnalysisParams & { children: ReactNode }) {
  const { analysis } = await loadAnalysis((await params).analysisId);
  return (
    <>
      <PageHeader
        title={<bdi>{analysis.name}</bdi>}
        parent={{ href: "/analysis", label: "Analysis" }}
        facts={
          <span className="flex flex-wrap items-center gap-x-2">
            {analysis.isDemo ? <DemoTag /> : null}
            <span>
              Version {analysis.latestVersion}, changed <RelativeTime at={analysis.updatedAt} />
            </span>
            <span aria-hidden="true">·</span>
            <ReportLink analysisId={analysis.id} />
          </span>
        }
        actions={
          <>
            {analysis.mayChange ? (
              <ButtonLink href={`/analysis/${analysis.id}/edit`}>Change question</ButtonLink>
            ) : null}
            <BundleLink analysisId={analysis.id} />
          </>
        }
      />
      <div className="print:hidden">
        <AnalysisTabs analysisId={analysis.id} />
      </div>
      <Filtered analysis={analysis}>{children}</Filtered>
      {analysis.mayChange ? (
        <footer className="mt-10 border-line border-t pt-4 print:hidden">
          <ActionForm
            send={archiveAnalysisAction}
            fields={{ analysisId: analysis.id, isArchived: analysis.archivedAt ? "no" : "yes" }}
            label={analysis.archivedAt ? "Put back into the list" : "Take out of the list"}
            pendingLabel="Saving…"
            variant="quiet"
            size="sm"
          />
        </footer>
      ) : null}
    </>
  );
}

import type { ReactNode } from "react";
import { AnalysisTabs } from "#components/analysis/analysis-tabs.tsx";
import { BundleLink } from "#components/analysis/bundle/bundle-link.tsx";
import { ReportLink } from "#components/analysis/report/report-link.tsx";
import { VersionList } from "#components/analysis/version-list.tsx";
import { ActionForm } from "#components/forms/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { DemoTag } from "#components/ui/tag.tsx";
import { listVersions } from "#lib/operations/analysis/list-versions.ts";
import { archiveAnalysisAction } from "../actions.ts";
import { type AnalysisParams, loadAnalysis } from "./analysis.ts";
import { Filtered } from "./filtered.tsx";

export async function generateMetadata({ params }: AnalysisParams) {
  return { title: (await loadAnalysis((await params).analysisId)).analysis.name };
}

/** The head of every page of one analysis: its question, what can be done with it, and its views. */
export default async function AnalysisLayout({ params, children }: AnalysisParams & { children: ReactNode }) {
  const { actor, analysis } = await loadAnalysis((await params).analysisId);
  const versions = await listVersions(actor, { analysisId: analysis.id });
  return (
    <>
      <PageHeader
        title={<bdi>{analysis.name}</bdi>}
        parent={{ href: "/analysis", label: "Analysis" }}
        facts={
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            {analysis.isDemo ? <DemoTag /> : null}
            <VersionList
              analysisId={analysis.id}
              latest={analysis.latestVersion}
              changedAt={analysis.updatedAt.toISOString()}
              versions={versions.map(({ createdAt, createdBy, ...version }) => ({
                ...version,
                at: createdAt.toISOString(),
                by: createdBy,
              }))}
            />
            <ReportLink analysisId={analysis.id} />
          </div>
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
          <div className="-ml-3">
            <ActionForm
              send={archiveAnalysisAction}
              fields={{ analysisId: analysis.id, isArchived: analysis.archivedAt ? "no" : "yes" }}
              label={analysis.archivedAt ? "Put back into the list" : "Take out of the list"}
              pendingLabel="Saving…"
              variant="quiet"
              size="sm"
            />
          </div>
        </footer>
      ) : null}
    </>
  );
}

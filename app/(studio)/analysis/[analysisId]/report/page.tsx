import { MeasureHelp } from "#components/analysis/measures/measure-help.tsx";
import { Report } from "#components/analysis/report/report.tsx";
import { ReportEnd } from "#components/analysis/report/report-end.tsx";
import { filterChangesOf } from "#lib/domain/analysis/filter-changes.ts";
import { getReport } from "#lib/operations/analysis/findings/get-report.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { loadChosen, type ViewProps } from "../analysis.ts";
import { VersionNote } from "../version-note.tsx";

/** Everything that an analysis finds on one page, under the filters and the version of the address, made to be printed. */
export default async function ReportPage(props: ViewProps) {
  const { actor, analysis, read } = await loadChosen(props);
  const { id: analysisId, version } = analysis;
  const { views, methods, question, fingerprint } = await orNotFound(
    getReport(actor, { analysisId, version, changes: filterChangesOf(read) }),
  );
  return (
    <>
      <VersionNote analysis={analysis} />
      <Report analysisId={analysisId} views={views} fingerprint={fingerprint}>
        <div className="mb-8">
          <MeasureHelp view="agreement" title="How the numbers of agreement are made" />
        </div>
        <ReportEnd methods={methods} version={version} fingerprint={fingerprint} question={question} />
      </Report>
    </>
  );
}

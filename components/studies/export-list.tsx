import { buttonClasses } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { EXPORT_FORMAT_FACTS, type ExportFormat } from "#lib/domain/studies/export/formats.ts";

/**
 * What can be taken away from a study. Plain links, so that the browser shows its own progress of the download.
 * `formats` are those that fit the study; `hasPanelFile` is true for administrators of a study with a panel.
 */
export function ExportList({
  studyId,
  formats,
  annotations,
  excluded,
  hasPanelFile,
}: {
  studyId: string;
  formats: ExportFormat[];
  annotations: number;
  excluded: number;
  hasPanelFile: boolean;
}) {
  const base = `/api/v1/studies/${encodeURIComponent(studyId)}`;
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="export-bundle">
        <h2 id="export-bundle" className="text-lg font-semibold">
          {EXPORT_FORMAT_FACTS.bundle.label}
        </h2>
        <p className="mt-1 max-w-[65ch] text-ink-2">{EXPORT_FORMAT_FACTS.bundle.about}</p>
        <p className="mt-2 text-sm">
          {formatInteger(annotations)} submitted annotations
          {excluded > 0 ? `, ${formatInteger(excluded)} of them marked as excluded` : ""}. Annotators appear under
          pseudonyms of this study.
        </p>
        <a href={`${base}/exports/bundle`} className={`${buttonClasses("primary")} mt-4`} download>
          Download everything
        </a>
      </section>
      <SingleFiles base={base} formats={formats.filter((format) => format !== "bundle")} />
      {hasPanelFile ? <PanelFile base={base} /> : null}
    </div>
  );
}

function SingleFiles({ base, formats }: { base: string; formats: ExportFormat[] }) {
  return (
    <section aria-labelledby="export-files">
      <h2 id="export-files" className="mb-3 text-lg font-semibold">
        Single files
      </h2>
      <Table label="Single files">
        <thead>
          <tr>
            <Th>File</Th>
            <Th>What it holds</Th>
            <Th>
              <span className="sr-only">Download</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {formats.map((format) => (
            <Tr key={format}>
              <Td className="font-medium whitespace-nowrap">{EXPORT_FORMAT_FACTS[format].label}</Td>
              <Td className="text-ink-2">{EXPORT_FORMAT_FACTS[format].about}</Td>
              <Td numeric>
                <a className="link" href={`${base}/exports/${format}`} download>
                  Download<span className="sr-only"> {EXPORT_FORMAT_FACTS[format].label}</span>
                </a>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function PanelFile({ base }: { base: string }) {
  return (
    <section aria-labelledby="export-panel">
      <h2 id="export-panel" className="mb-3 text-lg font-semibold">
        Panel ids
      </h2>
      <Callout tone="warn">
        <p>
          This file says which pseudonym belongs to which panel id: personal data. Take it to pay people or to answer
          them, keep it apart from ratings, and delete it when that is done. Each download is recorded.
        </p>
        <a className="link mt-2 inline-block" href={`${base}/panel-identities`} download>
          Download panel ids (CSV)
        </a>
      </Callout>
    </section>
  );
}

import { buttonClasses } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { formatInteger, plural } from "#components/ui/format.ts";
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
  assignments,
  annotators,
  hasPanelFile,
}: {
  studyId: string;
  formats: ExportFormat[];
  annotations: number;
  excluded: number;
  assignments: number;
  annotators: number;
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
          {plural(annotations, "submitted annotation")}
          {excluded > 0 ? `, ${formatInteger(excluded)} of them marked as excluded` : ""}; {plural(assignments, "item")}{" "}
          given out; {plural(annotators, "annotator")} came in. Annotators appear under pseudonyms of this study.
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

/** One line a table, with a link for each way in which it can be had. */
function SingleFiles({ base, formats }: { base: string; formats: ExportFormat[] }) {
  const facts = formats.map((format) => ({ format, ...EXPORT_FORMAT_FACTS[format] }));
  const labels = [...new Set(facts.map(({ label }) => label))];
  const factsOf = (label: string) => facts.filter((each) => each.label === label);
  return (
    <section aria-labelledby="export-files">
      <h2 id="export-files" className="mb-3 text-lg font-semibold">
        Single files
      </h2>
      <Table label="Single files" isStacked>
        <thead>
          <tr>
            <Th>Table</Th>
            <Th>Download</Th>
            <Th className="min-w-56">What it holds</Th>
          </tr>
        </thead>
        <tbody>
          {labels.map((label) => (
            <Tr key={label}>
              <Td className="font-medium whitespace-nowrap">{label}</Td>
              <Td>
                <span className="flex flex-wrap gap-x-4 gap-y-1">
                  {factsOf(label).map(({ format, kind }) => (
                    <a key={format} className="link whitespace-nowrap" href={`${base}/exports/${format}`} download>
                      <span className="sr-only">{label}, </span>
                      {kind}
                    </a>
                  ))}
                </span>
              </Td>
              <Td className="text-ink-2">{factsOf(label)[0]?.about}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {formats.includes("sotopia") ? null : (
        <p className="mt-3 max-w-[65ch] text-sm text-ink-2">
          SOTOPIA’s own records (AnnotationForEpisode) are not among them: they hold ratings on all of its seven
          dimensions and no other, and this study has others.
        </p>
      )}
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

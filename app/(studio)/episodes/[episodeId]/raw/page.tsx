import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getRawRecord, RAW_IS_DAMAGED } from "#lib/operations/episodes/get-raw-record.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";

export const metadata: Metadata = { title: "Raw record" };

/** Above this a page would only slow the browser down; the whole record can be downloaded. */
const SHOWN = 400_000;

/** JSON set out for reading; what is no JSON is shown as it is. */
function setOut(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}

/** The record of an episode as its file has it, as plain text. */
export default async function RawRecordPage({ params }: { params: Promise<{ episodeId: string }> }) {
  const actor = await requireUser();
  const { episodeId } = await params;
  const { raw, sourceId, sourceFile } = await orNotFound(getRawRecord(actor, { episodeId }));
  const parent = { href: `/episodes/${episodeId}`, label: "Episode" };
  if (raw === null) return <DamagedRecord parent={parent} sourceId={sourceId} />;
  const text = setOut(raw);
  return (
    <>
      <PageHeader
        parent={parent}
        title="Raw record"
        facts={`${sourceId}, as it stands in ${sourceFile || "its source"}, indented for reading`}
        actions={
          <ButtonLink href={`/api/v1/episodes/${episodeId}/raw`} download>
            Download
          </ButtonLink>
        }
      />
      {text.length > SHOWN ? (
        <p className="mb-3 text-sm text-ink-2">Only the beginning is shown here; the download has all of it.</p>
      ) : null}
      <section aria-label="Raw record" className="rounded-surface border border-line bg-surface p-4">
        <pre className="font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]" dir="ltr">
          {text.slice(0, SHOWN)}
        </pre>
      </section>
    </>
  );
}

function DamagedRecord({ parent, sourceId }: { parent: { href: string; label: string }; sourceId: string }) {
  return (
    <>
      <PageHeader parent={parent} title="Raw record" facts={sourceId} />
      <Callout tone="warn">{RAW_IS_DAMAGED}</Callout>
    </>
  );
}

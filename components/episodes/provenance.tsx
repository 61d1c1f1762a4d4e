import { FactList } from "#components/ui/fact-list.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { isRepair } from "#lib/domain/episodes/import/parsed-row.ts";
import { promptMarkWords, shapeWords } from "./shape-words.ts";

/** Where an episode came from. */
export type ProvenanceFacts = {
  id: string;
  sourceId: string;
  shape: string;
  sourceFile: string;
  sourceLine: number | null;
  importId: string | null;
  tag: string;
  environmentModel: string | null;
  promptMark: string;
  promptMarkReason: string;
  createdAt: Date;
  isDemo: boolean;
};

/** File, line, import, shape, repairs and remarks, and the way to the raw record. */
export function Provenance({
  facts,
  repairs,
}: {
  facts: ProvenanceFacts;
  repairs: readonly { code: string; message: string }[];
}) {
  const line = facts.sourceLine === null ? "" : `, line ${formatInteger(facts.sourceLine)}`;
  const made = repairs.filter(isRepair);
  const remarks = repairs.filter((repair) => !isRepair(repair));
  const rows = [
    { label: "Source id", value: <span className="font-mono text-xs [overflow-wrap:anywhere]">{facts.sourceId}</span> },
    { label: "File", value: facts.sourceFile ? `${facts.sourceFile}${line}` : "none" },
    {
      label: "Imported",
      value: (
        <>
          <RelativeTime at={facts.createdAt} />
          {facts.importId ? (
            <>
              {" · "}
              <Link href={`/episodes/imports/${facts.importId}`} className="link">
                report
              </Link>
            </>
          ) : null}
        </>
      ),
    },
    { label: "Shape", value: shapeWords(facts.shape) },
    { label: "Tag", value: facts.tag || "none" },
    { label: "Judge or environment", value: facts.environmentModel ?? "not stated" },
    {
      label: "Stored prompt",
      value: promptMarkWords(facts.promptMark),
    },
    { label: "Repairs", value: made.length === 0 ? "none were needed" : <RepairList repairs={made} /> },
    ...(remarks.length === 0 ? [] : [{ label: "Remarks", value: <RepairList repairs={remarks} /> }]),
    {
      label: "Raw record",
      value: (
        <>
          <Link href={`/episodes/${facts.id}/raw`} className="link">
            show it
          </Link>
          {" · "}
          <a href={`/api/v1/episodes/${facts.id}/raw`} className="link" download>
            download
          </a>
        </>
      ),
    },
  ];
  return <FactList facts={rows} />;
}

function RepairList({ repairs }: { repairs: readonly { code: string; message: string }[] }) {
  return (
    <ul className="list-disc space-y-1 pl-4">
      {repairs.map((repair) => (
        <li key={`${repair.code}${repair.message}`}>{repair.message}</li>
      ))}
    </ul>
  );
}

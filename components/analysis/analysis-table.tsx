import { plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { DemoTag } from "#components/ui/tag.tsx";

/** One saved question in the list. */
export type AnalysisLine = {
  id: string;
  name: string;
  isDemo: boolean;
  version: number;
  updatedAt: Date | string;
  createdBy: string | null;
  studies: number;
  imports: number;
};

function sourceWords({ studies, imports }: AnalysisLine): string {
  const parts = [studies > 0 ? plural(studies, "study", "studies") : "", imports > 0 ? plural(imports, "file") : ""];
  return parts.filter(Boolean).join(", ");
}

/** All analyses, the last changed first. */
export function AnalysisTable({ analyses }: { analyses: readonly AnalysisLine[] }) {
  return (
    <Table label="Analyses" isStacked>
      <thead>
        <tr>
          <Th className="min-w-52">Question</Th>
          <Th>Ratings from</Th>
          <Th>By</Th>
          <Th numeric>Version</Th>
          <Th className="min-w-28">Changed</Th>
        </tr>
      </thead>
      <tbody>
        {analyses.map((analysis) => (
          <Tr key={analysis.id}>
            <Td>
              <Link href={`/analysis/${analysis.id}`} className="link mr-2 font-semibold">
                <bdi>{analysis.name}</bdi>
              </Link>
              {analysis.isDemo ? <DemoTag /> : null}
            </Td>
            <Td data-short className="text-ink-2">
              {sourceWords(analysis)}
            </Td>
            <Td data-short data-label="By" className="text-ink-2">
              <bdi>{analysis.createdBy ?? "–"}</bdi>
            </Td>
            <Td numeric data-short data-label="Version">
              {analysis.version}
            </Td>
            <Td data-short className="text-ink-2">
              <RelativeTime at={analysis.updatedAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

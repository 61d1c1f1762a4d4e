import Link from "next/link";
import { plural } from "#components/ui/format.ts";
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

/** All analyses, the last changed first. */
export function AnalysisTable({ analyses }: { analyses: readonly AnalysisLine[] }) {
  return (
    <Table label="Analyses">
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
              <Link href={`/analysis/${analysis.id}`} className="link font-medium">
                <bdi>{analysis.name}</bdi>
              </Link>{" "}
              {analysis.isDemo ? <DemoTag /> : null}
            </Td>
            <Td className="text-ink-2">
              {plural(analysis.studies, "study", "studies")}, {plural(analysis.imports, "file")}
            </Td>
            <Td className="text-ink-2">
              <bdi>{analysis.createdBy ?? "–"}</bdi>
            </Td>
            <Td numeric>{analysis.version}</Td>
            <Td className="text-ink-2">
              <RelativeTime at={analysis.updatedAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

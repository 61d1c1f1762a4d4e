import Link from "next/link";
import { formatBytes, formatInteger } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { RATING_IMPORT_STATES, SHAPE_WORDS, type ShownRatingImport } from "./rating-import-words.ts";

const TONES = {
  mapping: "warn",
  queued: "plain",
  running: "accent",
  completed: "ok",
  failed: "bad",
  canceled: "plain",
} as const;

/** The state of an import of ratings as a word with a mark. */
export function RatingImportTag({ state }: { state: ShownRatingImport["state"] }) {
  return <Tag tone={TONES[state]}>{RATING_IMPORT_STATES[state]}</Tag>;
}

/** The imports of ratings with what came of them. */
export function RatingImportTable({ imports }: { imports: readonly ShownRatingImport[] }) {
  return (
    <Table label="Imports of ratings">
      <thead>
        <tr>
          <Th className="min-w-56">File</Th>
          <Th>State</Th>
          <Th numeric>Size</Th>
          <Th numeric>Records</Th>
          <Th numeric>Ratings</Th>
          <Th numeric>Scores refused</Th>
          <Th numeric>Repeated</Th>
          <Th>When</Th>
        </tr>
      </thead>
      <tbody>
        {imports.map((row) => (
          <Tr key={row.id}>
            <Td className="max-w-96">
              <Link href={`/ratings/${row.id}`} className="link font-semibold [overflow-wrap:anywhere]">
                {row.fileName}
              </Link>
              <span className="block text-xs text-ink-2">{SHAPE_WORDS[row.shape] ?? row.shape}</span>
            </Td>
            <Td>
              <RatingImportTag state={row.state} />
            </Td>
            <Td numeric className="whitespace-nowrap">
              {formatBytes(row.bytes)}
            </Td>
            <Td numeric>{formatInteger(row.rowsDone)}</Td>
            <Td numeric>{formatInteger(row.ratingCount)}</Td>
            <Td numeric>{formatInteger(row.refusedScores)}</Td>
            <Td numeric>{formatInteger(row.duplicateCount)}</Td>
            <Td className="whitespace-nowrap text-ink-2">
              <RelativeTime at={row.createdAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

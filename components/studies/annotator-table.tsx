import { ActionForm } from "#components/forms/action-form.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { formatDuration, formatInteger, NO_VALUE } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { AnnotatorRow } from "#lib/domain/studies/study-ratings.ts";
import { ExcludeForm } from "./exclude-form.tsx";
import { outcomeWord, stageWord } from "./study-words.ts";

/** How exclusion is done from the list, and whether others can be asked instead; null for those who may not. */
export type AnnotatorExclusion = { exclude: SendForm; include: SendForm; canReplace: boolean } | null;

/** The annotators of a study under their pseudonyms, with what each did. */
export function AnnotatorTable({
  annotators,
  exclusion,
}: {
  annotators: readonly AnnotatorRow[];
  exclusion: AnnotatorExclusion;
}) {
  return (
    <Table label="Annotators">
      <thead>
        <tr>
          <Th>Annotator</Th>
          <Th>Outcome</Th>
          <Th numeric>Submitted</Th>
          <Th numeric>Excluded</Th>
          <Th numeric>Skipped</Th>
          <Th numeric>Timed out</Th>
          <Th numeric>Active time per item</Th>
          <Th numeric>Check tries</Th>
          <Th numeric>Visits</Th>
          <Th>Entered</Th>
          <Th numeric>Entry to end</Th>
          {exclusion ? (
            <Th>
              <span className="sr-only">Exclusion</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {annotators.map((row) => (
          <Tr key={row.id}>
            <Td className="font-medium whitespace-nowrap">{row.pseudonym}</Td>
            <Td>
              {row.outcome ? outcomeWord(row.outcome) : <span className="text-ink-2">{stageWord(row.stage)}</span>}
            </Td>
            <Td numeric>{formatInteger(row.submitted)}</Td>
            <Td numeric>{formatInteger(row.excluded)}</Td>
            <Td numeric>{formatInteger(row.skipped)}</Td>
            <Td numeric>{formatInteger(row.expired)}</Td>
            <Td numeric className="whitespace-nowrap">
              {row.medianActiveMs === null ? NO_VALUE : formatDuration(row.medianActiveMs)}
            </Td>
            <Td numeric>{row.checkTries === 0 ? NO_VALUE : row.checkTries}</Td>
            <Td numeric>{row.visitCount}</Td>
            <Td className="whitespace-nowrap text-ink-2">
              <RelativeTime at={row.enteredAt} />
            </Td>
            <Td numeric className="whitespace-nowrap">
              {row.endedAt ? formatDuration(row.endedAt.getTime() - row.enteredAt.getTime()) : NO_VALUE}
            </Td>
            {exclusion ? (
              <Td>
                <ExclusionCell row={row} exclusion={exclusion} />
              </Td>
            ) : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function ExclusionCell({ row, exclusion }: { row: AnnotatorRow; exclusion: NonNullable<AnnotatorExclusion> }) {
  const fields = { annotatorId: row.id };
  return (
    <div className="flex flex-col items-start gap-2">
      {row.submitted > row.excluded ? (
        <ExcludeForm
          id={`reason-${row.id}`}
          summary="Exclude all"
          label={`Exclude all of ${row.pseudonym}`}
          exclude={exclusion.exclude}
          fields={fields}
          replaceLabel={exclusion.canReplace ? "Ask somebody else for each of these items" : null}
        />
      ) : null}
      {row.excluded > 0 ? (
        <ActionForm send={exclusion.include} fields={fields} label="Take all back in" size="sm" />
      ) : null}
    </div>
  );
}

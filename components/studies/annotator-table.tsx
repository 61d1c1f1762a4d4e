import { ActionForm } from "#components/forms/action-form.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { formatDuration, NO_VALUE } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { CountTd, Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { AnnotatorRow } from "#lib/domain/studies/study-ratings.ts";
import { ExcludeForm } from "./exclude-form.tsx";
import { PilotMark } from "./pilot-mark.tsx";
import { outcomeWord, stageWord } from "./study-words.ts";
import { WithdrawAnnotator } from "./withdraw-annotator.tsx";

/** How exclusion is done from the list, and whether others can be asked instead; null for those who may not. */
export type AnnotatorExclusion = { exclude: SendForm; include: SendForm; canReplace: boolean } | null;

/** What may be done from the list. */
type Rights = {
  exclusion: AnnotatorExclusion;
  /** Of a pilot: how it is said who passed it (null for those who may not); null for an official study. */
  pilot: { mark: SendForm | null } | null;
  /** Deletes an annotator's ratings on their request; null for those who may not. */
  withdraw: SendForm | null;
};

/** The annotators of a study under their pseudonyms, with what each did. */
export function AnnotatorTable({ annotators, ...rights }: Rights & { annotators: readonly AnnotatorRow[] }) {
  const { exclusion, pilot, withdraw } = rights;
  return (
    <Table label="Annotators" isStacked>
      <thead>
        <tr>
          <Th>Annotator</Th>
          <Th>Outcome</Th>
          {pilot ? <Th>Passed</Th> : null}
          <Th numeric>Submitted</Th>
          <Th numeric>Excluded</Th>
          <Th numeric>Skipped</Th>
          <Th numeric>Timed out</Th>
          <Th numeric>Active time per item</Th>
          <Th numeric>Check tries</Th>
          <Th numeric>Visits</Th>
          <Th>Entered</Th>
          <Th numeric>Entry to end</Th>
          {exclusion || withdraw ? (
            <Th>
              <span className="sr-only">Exclusion and deletion</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {annotators.map((row) => (
          <AnnotatorLine key={row.id} row={row} {...rights} />
        ))}
      </tbody>
    </Table>
  );
}

function AnnotatorLine({ row, exclusion, pilot, withdraw }: Rights & { row: AnnotatorRow }) {
  return (
    <Tr>
      <Td data-short className="font-medium whitespace-nowrap">
        {row.pseudonym}
        {row.withdrawnAt ? (
          <span className="block max-w-28 text-xs font-normal whitespace-normal text-ink-2">
            Ratings deleted on request <RelativeTime at={row.withdrawnAt} />
          </span>
        ) : null}
      </Td>
      <Td data-short>
        {row.outcome ? outcomeWord(row.outcome) : <span className="text-ink-2">{stageWord(row.stage)}</span>}
      </Td>
      {pilot ? (
        <Td data-label="Passed">
          <PilotMark row={row} mark={pilot.mark} />
        </Td>
      ) : null}
      <CountTd label="Submitted" count={row.submitted} />
      <CountTd label="Excluded" count={row.excluded} />
      <CountTd label="Skipped" count={row.skipped} />
      <CountTd label="Timed out" count={row.expired} />
      <Td numeric data-short data-label="Active time per item" className="whitespace-nowrap">
        {row.medianActiveMs === null ? NO_VALUE : formatDuration(row.medianActiveMs)}
      </Td>
      <Td numeric data-short data-label="Check tries">
        {row.checkTries === 0 ? NO_VALUE : row.checkTries}
      </Td>
      <Td numeric data-short data-label="Visits">
        {row.visitCount}
      </Td>
      <Td data-short data-label="Entered" className="whitespace-nowrap text-ink-2">
        <RelativeTime at={row.enteredAt} />
      </Td>
      <Td numeric data-short data-label="Entry to end" className="whitespace-nowrap">
        {row.endedAt ? formatDuration(row.endedAt.getTime() - (row.admittedAt ?? row.enteredAt).getTime()) : NO_VALUE}
      </Td>
      {exclusion || withdraw ? (
        <Td>
          <div className="flex flex-col items-start gap-2">
            {exclusion ? <ExclusionPart row={row} exclusion={exclusion} /> : null}
            {withdraw && !row.withdrawnAt ? (
              // The words of a plain button hang from the same edge as those above it.
              <div className="-ml-[13px]">
                <WithdrawAnnotator row={row} withdraw={withdraw} />
              </div>
            ) : null}
          </div>
        </Td>
      ) : null}
    </Tr>
  );
}

function ExclusionPart({ row, exclusion }: { row: AnnotatorRow; exclusion: NonNullable<AnnotatorExclusion> }) {
  const fields = { annotatorId: row.id };
  return (
    <>
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
    </>
  );
}

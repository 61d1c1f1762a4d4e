import { formatInteger } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { CountTd, Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { DemoTag } from "#components/ui/tag.tsx";
import type { StudySummary } from "#lib/domain/studies/study.ts";
import { StateTag } from "./state-tag.tsx";
import { KIND_WORDS } from "./study-words.ts";

/** The list of studies: where each stands and how much of it is in. */
export function StudyTable({ studies }: { studies: readonly StudySummary[] }) {
  return (
    <Table label="Studies" isStacked>
      <thead>
        <tr>
          <Th>Study</Th>
          <Th>State</Th>
          <Th>Kind</Th>
          <Th numeric>Items</Th>
          <Th className="min-w-48">Annotations in</Th>
          <Th numeric>Annotators</Th>
          <Th>Made</Th>
        </tr>
      </thead>
      <tbody>
        {studies.map((study) => (
          <Tr key={study.id}>
            <Td className="sm:min-w-56">
              <Link href={`/studies/${study.id}`} className="link mr-2 font-semibold">
                {study.name}
              </Link>
              {study.isDemo ? <DemoTag /> : null}
            </Td>
            <Td data-short>
              <StateTag state={study.state} />
            </Td>
            <Td data-short>{KIND_WORDS[study.kind]}</Td>
            <CountTd label="Items" count={study.itemCount} />
            <Td data-label="Annotations in">
              {study.launchedAt ? <SubmittedCell study={study} /> : <span className="text-ink-3">not launched</span>}
            </Td>
            <CountTd label="Annotators" count={study.annotatorCount} />
            <Td data-short data-label="Made" className="whitespace-nowrap text-ink-2">
              <RelativeTime at={study.createdAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function SubmittedCell({ study }: { study: StudySummary }) {
  return (
    <>
      <span className="whitespace-nowrap">
        {formatInteger(study.submitted)} of {formatInteger(study.wanted)}
      </span>
      <Progress value={study.submitted} max={study.wanted} label={`Annotations of ${study.name}`} className="mt-1.5" />
    </>
  );
}

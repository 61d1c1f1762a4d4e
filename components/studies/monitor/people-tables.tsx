import { formatDuration, formatInteger } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { StudyProgress } from "#lib/domain/studies/progress.ts";
import { outcomeWord } from "../study-words.ts";
import { MonitorPart } from "./monitor-part.tsx";

/** Who holds an item right now, and how long still; of many, those whose time ends first. */
export function RunningLeases({ leases, atWork }: Pick<StudyProgress, "leases" | "atWork">) {
  return (
    <MonitorPart title="At work now">
      {atWork > leases.length ? (
        <p className="mb-2 text-sm text-ink-2">
          The {formatInteger(leases.length)} of {formatInteger(atWork)} with the least time left.
        </p>
      ) : null}
      {leases.length === 0 ? (
        <p className="text-sm text-ink-2">Nobody holds an item.</p>
      ) : (
        <Table label="At work now">
          <thead>
            <tr>
              <Th>Annotator</Th>
              <Th numeric>Item</Th>
              <Th numeric>Time left</Th>
              <Th numeric>Extended</Th>
              <Th>Last saved</Th>
            </tr>
          </thead>
          <tbody>
            {leases.map((lease) => (
              <Tr key={lease.assignmentId}>
                <Td className="font-medium whitespace-nowrap">{lease.pseudonym}</Td>
                <Td numeric>{lease.itemPosition}</Td>
                <Td numeric className="whitespace-nowrap">
                  {lease.secondsLeft > 0 ? formatDuration(lease.secondsLeft * 1000) : "over"}
                </Td>
                <Td numeric>{lease.extensions}</Td>
                <Td className="text-ink-2">{lease.savedAt ? <RelativeTime at={lease.savedAt} /> : "nothing yet"}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </MonitorPart>
  );
}

/** How every arrival ended, with those that have not. */
export function Arrivals({ arrivals }: { arrivals: StudyProgress["arrivals"] }) {
  return (
    <MonitorPart title="Arrivals">
      {arrivals.total === 0 ? (
        <p className="text-sm text-ink-2">Nobody has opened a link yet.</p>
      ) : (
        <Table label="Arrivals by outcome">
          <thead>
            <tr>
              <Th>Outcome</Th>
              <Th numeric>Visits</Th>
            </tr>
          </thead>
          <tbody>
            {arrivals.byOutcome.map((row) => (
              <Tr key={row.outcome}>
                <Td>{outcomeWord(row.outcome)}</Td>
                <Td numeric>{formatInteger(row.count)}</Td>
              </Tr>
            ))}
            <Tr>
              <Td className="text-ink-2">Not ended</Td>
              <Td numeric>{formatInteger(arrivals.open)}</Td>
            </Tr>
            <Tr>
              <Td className="font-semibold">All</Td>
              <Td numeric className="font-semibold">
                {formatInteger(arrivals.total)}
              </Td>
            </Tr>
          </tbody>
        </Table>
      )}
    </MonitorPart>
  );
}

import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { AuditChange } from "./audit-change.tsx";
import { auditActionWords, auditSubjectWords } from "./audit-words.ts";

/** One line of the audit log as the table shows it. */
export type AuditLine = {
  id: string;
  at: Date;
  actorKind: string;
  actorName: string;
  actorId: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  before: unknown;
  after: unknown;
  requestId: string | null;
};

/** Who did what to what, newest first. */
export function AuditTable({ lines }: { lines: AuditLine[] }) {
  return (
    <Table label="Audit log" isStacked>
      <thead>
        <tr>
          <Th>When</Th>
          <Th>Who</Th>
          <Th>What</Th>
          <Th>To what</Th>
          <Th>Details</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Tr key={line.id}>
            <Td className="whitespace-nowrap">
              <RelativeTime at={line.at} />
              <p className="text-xs text-ink-2">{line.at.toISOString().slice(0, 19).replace("T", " ")} UTC</p>
            </Td>
            <Td data-short className="whitespace-nowrap">
              {line.actorName || line.actorKind}
            </Td>
            <Td data-short className="sm:min-w-44">
              {auditActionWords(line.action)}
            </Td>
            <Td className="whitespace-nowrap">
              {auditSubjectWords(line.subjectKind)}
              <p>
                <Link
                  href={`/admin/audit?subject=${encodeURIComponent(line.subjectId)}`}
                  className="link text-xs"
                  title={`Everything that happened to ${line.subjectId}`}
                >
                  {line.subjectId.length > 12 ? `${line.subjectId.slice(0, 8)}…` : line.subjectId}
                </Link>
              </p>
            </Td>
            <Td className="min-w-64">
              <AuditChange before={line.before} after={line.after} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

import Link from "next/link";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";

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
    <Table label="Audit log">
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
            <Td className="whitespace-nowrap">{line.actorName || line.actorKind}</Td>
            <Td className="whitespace-nowrap">{line.action}</Td>
            <Td>
              {line.subjectKind}
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
              <Change before={line.before} after={line.after} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Change({ before, after }: { before: unknown; after: unknown }) {
  const parts = [
    ...(before == null ? [] : [{ label: "before", value: before }]),
    ...(after == null ? [] : [{ label: before == null ? "" : "after", value: after }]),
  ];
  if (parts.length === 0) return "–";
  return parts.map((part) => (
    <p key={part.label} className="text-xs [overflow-wrap:anywhere]">
      {part.label ? <span className="text-ink-3">{part.label}: </span> : null}
      {inWords(part.value)}
    </p>
  ));
}

/** Fields as "name: value" pairs; anything deeper as JSON. */
function inWords(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, field]) => `${name}: ${typeof field === "string" ? field : JSON.stringify(field)}`)
    .join(", ");
}

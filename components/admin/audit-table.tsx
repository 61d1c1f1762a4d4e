import Link from "next/link";
import { Fragment } from "react";
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
            <Td data-short className="whitespace-nowrap">
              {line.action}
            </Td>
            <Td className="whitespace-nowrap">
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
      <Fields value={part.value} />
    </p>
  ));
}

/** A SHA-256 in full says nothing to a reader and fills a line; its beginning does to compare, the rest is on hover. */
const CHECKSUM = /^[0-9a-f]{64}$/;

/** Fields as "name: value" pairs, what a person named first; anything deeper as JSON. */
function Fields({ value }: { value: unknown }) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => Number(isName(other)) - Number(isName(one)));
  return fields.map(([name, field], place) => (
    <Fragment key={name}>
      {place > 0 ? ", " : ""}
      {name}: {typeof field === "string" ? <FieldText text={field} /> : JSON.stringify(field)}
    </Fragment>
  ));
}

function isName(field: string): boolean {
  return field === "name" || field === "fileName";
}

function FieldText({ text }: { text: string }) {
  return CHECKSUM.test(text) ? <span title={text}>{text.slice(0, 12)}…</span> : text;
}

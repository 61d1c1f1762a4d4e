import { auditFields } from "./audit-fields.ts";

/** Fields that are told in words; a whole design or question has dozens. */
const SHOWN = 8;

/** What a line of the log says of the change, in words; where words stand for more, all of it as recorded on demand. */
export function AuditChange({ before, after }: { before: unknown; after: unknown }) {
  const fields = auditFields(before, after);
  if (fields.length === 0) return "–";
  const isOnlyBefore = after === null || after === undefined;
  return (
    <>
      {fields.slice(0, SHOWN).map((field) => (
        <p key={field.name} className="text-xs [overflow-wrap:anywhere]">
          <span className="text-ink-2">{field.name}: </span>
          {field.before === null ? null : <span className={isOnlyBefore ? "" : "text-ink-2"}>{field.before}</span>}
          {field.before !== null && !isOnlyBefore ? <span aria-hidden="true"> → </span> : null}
          {field.before !== null && !isOnlyBefore ? <span className="sr-only"> became </span> : null}
          {isOnlyBefore ? null : (field.after ?? "none")}
        </p>
      ))}
      {fields.length > SHOWN || fields.some(({ isCut }) => isCut) ? (
        <details className="mt-1 text-xs">
          <summary className="w-fit text-ink-2">
            {fields.length > SHOWN ? `All ${fields.length} fields, as recorded` : "As recorded"}
          </summary>
          <pre className="mt-1 max-h-80 overflow-auto whitespace-pre-wrap [overflow-wrap:anywhere]">
            {JSON.stringify({ ...(before == null ? {} : { before }), ...(after == null ? {} : { after }) }, null, 2)}
          </pre>
        </details>
      ) : null}
    </>
  );
}

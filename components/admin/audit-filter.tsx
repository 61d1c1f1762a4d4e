import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Field, Select, TextInput } from "#components/ui/field.tsx";
import { auditActionWords } from "./audit-words.ts";

/** The filter of the audit log as its address spells it. */
export type AuditFilterValues = { action?: string; actor?: string; from?: string; to?: string; subject?: string };

/** The filter above the audit log: a plain form whose fields become the address. */
export function AuditFilter({
  values,
  actions,
  actors,
}: {
  values: AuditFilterValues;
  actions: string[];
  actors: { id: string; name: string }[];
}) {
  return (
    <form method="get" action="/admin/audit" className="mb-5 flex flex-wrap items-end gap-3">
      <Field id="audit-action" label="What" className="w-full sm:w-64">
        <Select id="audit-action" name="action" defaultValue={values.action ?? ""}>
          <option value="">Everything</option>
          {inOrder(actions).map((action) => (
            <option key={action} value={action}>
              {auditActionWords(action)}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="audit-actor" label="Who" className="w-full sm:w-44">
        <Select id="audit-actor" name="actor" defaultValue={values.actor ?? ""}>
          <option value="">Anybody</option>
          {actors.map((actor) => (
            <option key={actor.id} value={actor.id}>
              {actor.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="audit-from" label="From" className="w-[calc(50%-6px)] sm:w-38">
        <TextInput id="audit-from" name="from" type="date" defaultValue={values.from} />
      </Field>
      <Field id="audit-to" label="To" className="w-[calc(50%-6px)] sm:w-38">
        <TextInput id="audit-to" name="to" type="date" defaultValue={values.to} />
      </Field>
      {values.subject ? <input type="hidden" name="subject" value={values.subject} /> : null}
      <Button type="submit">Filter</Button>
      <ButtonLink href="/admin/audit" variant="quiet">
        Clear
      </ButtonLink>
    </form>
  );
}

/** The actions in the order of the words that a reader sees. */
function inOrder(actions: readonly string[]): string[] {
  return actions.toSorted((one, other) => auditActionWords(one).localeCompare(auditActionWords(other)));
}

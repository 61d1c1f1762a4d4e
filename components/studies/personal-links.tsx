import { ActionForm } from "#components/forms/action-form.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field, TextArea } from "#components/ui/field.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { PersonalLink } from "#lib/domain/studies/study.ts";
import { outcomeWord, stageWord } from "./study-words.ts";

/** A link with its full address. */
export type ShownLink = PersonalLink & { url: string };

/** The personal links of a study without a panel: who uses each, copying, ending, and making more. */
export function PersonalLinks({
  studyId,
  links,
  isOpen,
  create,
  revoke,
}: {
  studyId: string;
  links: readonly ShownLink[];
  isOpen: boolean;
  create: SendForm;
  revoke: SendForm;
}) {
  return (
    <section aria-labelledby="personal-links">
      <h2 id="personal-links" className="text-lg">
        Personal links
      </h2>
      <p className="mt-1 mb-3 max-w-[65ch] text-sm text-ink-2">
        One link for each annotator. It opens the same place again on any device, so send it to nobody else.
      </p>
      {links.length > 0 ? <LinkTable links={links} revoke={revoke} /> : null}
      {isOpen ? (
        <details className="mt-4" open={links.length === 0}>
          <summary className="text-sm font-semibold">Make links</summary>
          <div className="mt-3 max-w-96">
            <ActionForm send={create} fields={{ studyId }} label="Make links" pendingLabel="Making…">
              <Field
                id="labels"
                label="For whom"
                help="One a line. The names are notes for you; annotators never see them."
                className="w-full"
              >
                <TextArea
                  id="labels"
                  name="labels"
                  rows={4}
                  required
                  className="font-ui"
                  aria-describedby="labels-help"
                />
              </Field>
            </ActionForm>
          </div>
        </details>
      ) : null}
    </section>
  );
}

function LinkTable({ links, revoke }: { links: readonly ShownLink[]; revoke: SendForm }) {
  return (
    <Table label="Personal links">
      <thead>
        <tr>
          <Th>For</Th>
          <Th>Link</Th>
          <Th>Used by</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <Tr key={link.id}>
            <Td className="font-medium">{link.label || "no note"}</Td>
            <Td className="max-w-[28rem] min-w-56">
              <code className="text-xs [overflow-wrap:anywhere]">{link.url}</code>
            </Td>
            <Td>{usedBy(link)}</Td>
            <Td>
              {link.revokedAt ? (
                <span className="text-ink-2">revoked</span>
              ) : (
                <div className="flex flex-wrap justify-end gap-2">
                  <CopyButton text={link.url} />
                  <ActionForm send={revoke} fields={{ linkId: link.id }} label="Revoke" size="sm" variant="quiet" />
                </div>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function usedBy({ annotator }: ShownLink): string {
  if (!annotator) return "nobody yet";
  const stage = annotator.outcome ? outcomeWord(annotator.outcome) : stageWord(annotator.stage);
  return `${annotator.pseudonym}: ${stage}`;
}

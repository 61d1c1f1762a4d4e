import { ActionForm } from "#components/forms/action-form.tsx";
import { ConfirmAction } from "#components/forms/confirm-action.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field, TextArea } from "#components/ui/field.tsx";
import { plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { PersonalLink } from "#lib/domain/studies/study.ts";
import { outcomeWord, stageWord } from "./study-words.ts";

/** A link with its full address. */
export type ShownLink = PersonalLink & { url: string };

/** The pilot that a study asks for: how many passed it, and how many of them have no link yet. */
type AskedPilot = { id: string; name: string; passed: number; withoutLink: number };

/**
 * The personal links of a study without a panel: who uses each, copying, ending, and making more: for anybody, or, where
 * the study asks for a pilot, for those who passed it.
 */
export function PersonalLinks({
  studyId,
  links,
  isOpen,
  pilot,
  create,
  revoke,
}: {
  studyId: string;
  links: readonly ShownLink[];
  isOpen: boolean;
  pilot: AskedPilot | null;
  create: SendForm;
  revoke: SendForm;
}) {
  return (
    <section aria-labelledby="personal-links">
      <h2 id="personal-links" className="text-lg">
        Personal links
      </h2>
      <p className="mt-1 mb-3 max-w-[65ch] text-sm text-ink-2">
        {isOpen
          ? "One link for each annotator. It opens the same place again on any device, so send it to nobody else."
          : "The study is closed: with these links nobody begins any more, and who holds an item may finish it."}
      </p>
      {links.length > 0 ? <LinkTable links={links} revoke={revoke} /> : null}
      {isOpen && pilot ? <LinksForPassed studyId={studyId} pilot={pilot} create={create} /> : null}
      {isOpen && !pilot ? <MakeLinks studyId={studyId} isFirst={links.length === 0} create={create} /> : null}
    </section>
  );
}

function MakeLinks({ studyId, isFirst, create }: { studyId: string; isFirst: boolean; create: SendForm }) {
  return (
    <details className="mt-4" open={isFirst}>
      <summary className="text-sm font-semibold">Make links</summary>
      <div className="mt-3 max-w-96">
        <ActionForm send={create} fields={{ studyId }} label="Make links" pendingLabel="Making…">
          <Field
            id="labels"
            label="For whom"
            help="One a line. The names are notes for you; annotators never see them."
            className="w-full"
          >
            <TextArea id="labels" name="labels" rows={4} required className="font-ui" aria-describedby="labels-help" />
          </Field>
        </ActionForm>
      </div>
    </details>
  );
}

/** One step for all who passed: they get new links here and are the same people as in the pilot. */
function LinksForPassed({ studyId, pilot, create }: { studyId: string; pilot: AskedPilot; create: SendForm }) {
  const { name, passed, withoutLink } = pilot;
  return (
    <div className="mt-4 flex flex-col items-start gap-3 text-sm">
      <p className="max-w-[65ch]">
        Only those who passed the pilot{" "}
        <Link href={`/studies/${pilot.id}/annotators`} className="link">
          {name}
        </Link>{" "}
        are admitted: {plural(passed, "person", "people")} so far.{" "}
        {withoutLink === 0 && passed > 0 ? "Each of them has a link." : ""}
      </p>
      {withoutLink > 0 ? (
        <ActionForm
          send={create}
          fields={{ studyId }}
          label={
            withoutLink === 1
              ? "Make the link of one person who passed"
              : `Make links for the ${withoutLink} who passed`
          }
          pendingLabel="Making…"
        />
      ) : null}
    </div>
  );
}

function LinkTable({ links, revoke }: { links: readonly ShownLink[]; revoke: SendForm }) {
  return (
    <Table label="Personal links" isStacked>
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
            <Td data-label="Used by">{usedBy(link)}</Td>
            <Td>
              {link.revokedAt ? (
                <span className="text-ink-2">revoked</span>
              ) : (
                <div className="flex flex-wrap gap-2 sm:justify-end">
                  <CopyButton text={link.url} />
                  <RevokeLink link={link} revoke={revoke} />
                </div>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Beside the button that copies, so one press too many must not shut somebody out. */
function RevokeLink({ link, revoke }: { link: ShownLink; revoke: SendForm }) {
  return (
    <ConfirmAction
      trigger="Revoke"
      variant="danger"
      isQuiet
      title={link.label ? `Revoke the link of ${link.label}?` : "Revoke this link?"}
      description="The link will lead nowhere, and this cannot be undone: a new link stands for a new person. Whoever has begun with it can go on in the browser they are in, but cannot come back in another one. Their ratings stay."
      send={revoke}
      fields={{ linkId: link.id }}
      label="Revoke the link"
      pendingLabel="Revoking…"
    />
  );
}

function usedBy({ annotator }: ShownLink): string {
  if (!annotator) return "nobody yet";
  const stage = annotator.outcome ? outcomeWord(annotator.outcome) : stageWord(annotator.stage);
  return `${annotator.pseudonym}: ${stage}`;
}

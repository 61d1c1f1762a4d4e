import { ActionForm } from "#components/forms/action-form.tsx";
import { DesignFacts, DimensionTable } from "#components/studies/design-facts.tsx";
import { outcomeWord } from "#components/studies/study-words.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { Checkbox, Field, TextInput } from "#components/ui/field.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import type { OutcomeCode } from "#lib/domain/studies/study.ts";
import { cloneName } from "#lib/domain/studies/study-name.ts";
import { cloneStudyAction } from "../actions.ts";
import { loadStudy, type StudyParams } from "../study.ts";

export const metadata = { title: "Settings" };

/** The design of a study, frozen once it was launched, with its codes; and a way to make another like it. */
export default async function StudySettingsPage({ params }: StudyParams) {
  const { actor, study } = await loadStudy((await params).studyId);
  const isDraft = study.state === "draft";
  const canWrite = can(actor, "studies.write");
  return (
    <div className="flex flex-col gap-10">
      <div className="flex max-w-[60rem] flex-wrap items-start justify-between gap-4">
        <p className="max-w-[60ch] text-ink-2">
          {isDraft
            ? "Everything here can still be changed. It is frozen at launch."
            : "Frozen at launch. Only more items and more annotations per item can be added; for another design, clone the study."}
        </p>
        {isDraft && canWrite ? <ButtonLink href={`/studies/${study.id}/edit`}>Edit design</ButtonLink> : null}
      </div>
      <DesignFacts design={study.design} consentVersion={study.consentVersion} pilotName={study.pilot?.name ?? null} />
      <section>
        <h2 className="mb-3 text-lg">Dimensions</h2>
        <DimensionTable dimensions={study.design.dimensions} />
      </section>
      {study.codes.length > 0 && study.design.panelKind !== "none" ? <Codes codes={study.codes} /> : null}
      <section>
        <h2 className="mb-2 text-lg">Consent text</h2>
        <details>
          <summary className="text-sm">Read it, as annotators do</summary>
          <div className="prose-text mt-3 whitespace-pre-wrap">{study.design.consentText}</div>
        </details>
      </section>
      {study.designHash ? (
        <section>
          <h2 className="mb-2 text-lg">Fingerprint of the frozen design</h2>
          <p className="max-w-[68ch] text-sm text-ink-2">
            SHA-256 over design, scales, draws and episodes. It stands in every export, and may be published before the
            data are in.
          </p>
          <code className="mt-2 block text-sm [overflow-wrap:anywhere]">{study.designHash}</code>
        </section>
      ) : null}
      {canWrite ? <Clone studyId={study.id} name={study.design.name} /> : null}
    </div>
  );
}

function Codes({ codes }: { codes: readonly OutcomeCode[] }) {
  return (
    <section>
      <h2 className="mb-2 text-lg">Completion codes</h2>
      <p className="mb-3 max-w-[65ch] text-sm text-ink-2">
        Enter them at the panel, each with what it should do there. An annotator sees one code only, once it is earned.
      </p>
      <div className="max-w-[36rem]">
        <Table label="Completion codes">
          <thead>
            <tr>
              <Th>Outcome</Th>
              <Th>Code</Th>
            </tr>
          </thead>
          <tbody>
            {codes.map(({ outcome, code }) => (
              <Tr key={outcome}>
                <Td>{outcomeWord(outcome)}</Td>
                <Td>
                  <code>{code}</code>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}

function Clone({ studyId, name }: { studyId: string; name: string }) {
  return (
    <section className="border-line border-t pt-6">
      <h2 className="mb-3 text-lg">Clone</h2>
      <ActionForm send={cloneStudyAction} fields={{ studyId }} label="Clone as a draft" pendingLabel="Cloning…">
        <Field id="clone-name" label="Name of the new study" className="w-full max-w-96">
          <TextInput id="clone-name" name="name" defaultValue={cloneName(name)} />
        </Field>
        <Checkbox id="clone-items" name="withItems" defaultChecked label="Take the items along" />
      </ActionForm>
    </section>
  );
}

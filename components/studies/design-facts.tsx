import { DimensionName } from "#components/annotations/dimension-name.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { StudyDesign } from "#lib/domain/studies/design.ts";
import { formatMoney } from "#lib/domain/studies/pay.ts";
import { KIND_WORDS, PANEL_WORDS } from "./study-words.ts";

/** The design of a study as facts. */
export function DesignFacts({
  design,
  consentVersion,
  pilotName,
}: {
  design: StudyDesign;
  consentVersion: string;
  pilotName: string | null;
}) {
  return (
    <FactList
      facts={[
        { label: "Kind", value: KIND_WORDS[design.kind] },
        { label: "Admitted", value: pilotName ? `only who passed the pilot “${pilotName}”` : "everybody" },
        { label: "Annotations per item", value: formatInteger(design.annotationsPerItem) },
        { label: "Items per annotator", value: formatInteger(design.itemsPerAnnotator) },
        { label: "Expected time per item", value: `${design.minutesPerItem} min` },
        { label: "Practice", value: design.hasPractice ? "one episode with feedback" : "none" },
        { label: "Devices", value: design.isDesktopOnly ? "desktop only" : "any" },
        { label: "Guidelines", value: `version ${design.guidelinesVersion}` },
        { label: "Consent text", value: `version ${consentVersion}` },
        { label: "Contact", value: design.contact || "none given" },
        { label: "Annotators come", value: PANEL_WORDS[design.panelKind] },
        ...(design.panelKind === "prolific"
          ? [{ label: "Prolific study id", value: design.panelStudyId || "not entered yet" }]
          : []),
        ...(design.panelKind === "generic"
          ? [{ label: "Completion URL", value: design.completionUrl || "none: codes are shown as text" }]
          : []),
        {
          label: "Reward for a visit",
          value: design.rewardMinor === null ? "none set" : formatMoney(design.rewardMinor, design.currency),
        },
        { label: "Seed", value: design.seed },
      ]}
    />
  );
}

/** The scales of a study with their bands. */
export function DimensionTable({ dimensions }: { dimensions: readonly Dimension[] }) {
  return (
    <Table label="Dimensions" isStacked>
      <thead>
        <tr>
          <Th>Dimension</Th>
          <Th>Range</Th>
          <Th>Question</Th>
          <Th>Bands</Th>
        </tr>
      </thead>
      <tbody>
        {dimensions.map((dimension) => (
          <Tr key={dimension.id}>
            <Td data-short className="sm:min-w-36">
              <DimensionName dimension={dimension} />
            </Td>
            <Td data-short className="whitespace-nowrap">
              {formatInteger(dimension.min)} to {formatInteger(dimension.max)}
            </Td>
            <Td className="min-w-56 font-text">
              {dimension.question}
              {dimension.description ? (
                <p className="mt-1.5 whitespace-pre-wrap text-ink-2">{dimension.description}</p>
              ) : null}
            </Td>
            <Td className="min-w-56 text-ink-2">
              <ul className="flex flex-wrap gap-x-5">
                {dimension.bands.map(({ from, to, name }) => (
                  <li key={from}>
                    {formatInteger(from)}
                    {from === to ? "" : ` to ${formatInteger(to)}`} {name}
                  </li>
                ))}
              </ul>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

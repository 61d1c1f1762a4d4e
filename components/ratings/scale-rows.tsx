import { TextInput } from "#components/ui/field.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import type { ImportScale } from "#lib/domain/rating-imports/read-score.ts";

/** The scale of every dimension that was found, to be confirmed or set right. */
export function ScaleRows({ scales }: { scales: readonly ImportScale[] }) {
  return (
    <fieldset className="min-w-0">
      <legend className="text-lg font-semibold">The scales</legend>
      <p className="mt-1 mb-3 max-w-[65ch] text-sm text-ink-2">
        Proposed from the scores that people gave. A score off its scale is refused with its line, so a scale that is
        too narrow loses ratings and one that is too wide takes a program’s error codes for ratings.
      </p>
      <Table label="Scales" className="min-w-[34rem]">
        <thead>
          <tr>
            <Th>Dimension</Th>
            <Th>Lowest score</Th>
            <Th>Highest score</Th>
            <Th>Whole numbers only</Th>
          </tr>
        </thead>
        <tbody>
          {scales.map((scale, index) => (
            <Tr key={scale.key}>
              <Td className="align-middle">
                <span className="font-medium">{scale.name}</span>
                <input type="hidden" name={`scales.${index}.key`} value={scale.key} />
                <input type="hidden" name={`scales.${index}.name`} value={scale.name} />
              </Td>
              <Td>
                <TextInput
                  name={`scales.${index}.min`}
                  defaultValue={scale.min}
                  inputMode="decimal"
                  className="max-w-28 text-right tabular-nums"
                  aria-label={`Lowest score of ${scale.name}`}
                />
              </Td>
              <Td>
                <TextInput
                  name={`scales.${index}.max`}
                  defaultValue={scale.max}
                  inputMode="decimal"
                  className="max-w-28 text-right tabular-nums"
                  aria-label={`Highest score of ${scale.name}`}
                />
              </Td>
              <Td className="align-middle">
                <input
                  type="checkbox"
                  className="block size-5 accent-accent"
                  name={`scales.${index}.whole`}
                  defaultChecked={scale.isWhole}
                  aria-label={`${scale.name} has whole numbers only`}
                />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </fieldset>
  );
}

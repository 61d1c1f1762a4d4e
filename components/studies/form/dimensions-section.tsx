"use client";
import { useState } from "react";
import { dimensionTextClass } from "#components/annotations/dimension-name.tsx";
import { FormSection, TickRow } from "#components/forms/form-rows.tsx";
import type { FormValues } from "#components/forms/form-values.ts";
import { Fieldset } from "#components/ui/field.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { ScriptButton } from "#components/ui/script-button.tsx";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { MAX_OWN_DIMENSIONS } from "#lib/domain/studies/own-dimension-form.ts";
import { OwnDimension } from "./own-dimension.tsx";

/** Which scales both agents of an item are rated on: any of the seven, and scales of the researcher’s own. */
export function DimensionsSection({ values }: { values: FormValues }) {
  const filled = Array.from({ length: MAX_OWN_DIMENSIONS }, (_, index) => index).filter(
    (index) => values.text(`own.${index}.name`) !== "",
  );
  const [shown, setShown] = useState((filled.at(-1) ?? -1) + 1);
  return (
    <FormSection title="Dimensions" about="Both agents are rated on each. Scales are frozen at launch.">
      {values.error("dimensions") ? <p className="text-sm font-medium text-bad">{values.error("dimensions")}</p> : null}
      <Fieldset legend="The seven of SOTOPIA">
        <div className="grid gap-2.5 sm:grid-cols-2">
          {SOTOPIA_DIMENSIONS.map((dimension) => (
            <TickRow
              key={dimension.id}
              values={values}
              name={`seven.${dimension.id}`}
              label={
                <>
                  <span className={`font-semibold ${dimensionTextClass(dimension.hue)}`}>{dimension.name}</span>{" "}
                  <span className="font-normal whitespace-nowrap text-ink-2">
                    {formatInteger(dimension.min)} to {formatInteger(dimension.max)}
                  </span>
                </>
              }
            />
          ))}
        </div>
      </Fieldset>
      {Array.from({ length: shown }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are numbered and only ever appended
        <OwnDimension key={index} values={values} index={index} />
      ))}
      {shown < MAX_OWN_DIMENSIONS ? (
        <div>
          <ScriptButton size="sm" onClick={() => setShown(shown + 1)}>
            Add a dimension of your own
          </ScriptButton>
          <noscript>
            <OwnDimension values={values} index={shown} />
          </noscript>
        </div>
      ) : null}
    </FormSection>
  );
}

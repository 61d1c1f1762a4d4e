"use client";
import { useState } from "react";
import { dimensionTextClass } from "#components/annotations/dimension-name.tsx";
import { FormSection, NumberRow, TextRow, TickRow } from "#components/forms/form-rows.tsx";
import { controlId, type FormValues } from "#components/forms/form-values.ts";
import { Button } from "#components/ui/button.tsx";
import { describedBy, Field, Fieldset, TextArea } from "#components/ui/field.tsx";
import { formatInteger } from "#components/ui/format.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { MAX_OWN_DIMENSIONS } from "#lib/domain/studies/design-form.ts";

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
          <Button size="sm" onClick={() => setShown(shown + 1)}>
            Add a dimension of your own
          </Button>
          <noscript>
            <OwnDimension values={values} index={shown} />
          </noscript>
        </div>
      ) : null}
    </FormSection>
  );
}

function OwnDimension({ values, index }: { values: FormValues; index: number }) {
  const at = `own.${index}`;
  const bandsId = controlId(`${at}.bands`);
  const bandsError = values.error(`${at}.bands`);
  return (
    <fieldset className="rounded-surface border border-line bg-surface p-4">
      <legend className="px-1 text-sm font-semibold">Your dimension {index + 1}</legend>
      <div className="grid gap-4 sm:grid-cols-[1fr_6rem]">
        <TextRow
          values={values}
          name={`${at}.name`}
          label="Dimension name"
          help="Leave it empty to drop this dimension."
          maxLength={60}
        />
        <TextRow values={values} name={`${at}.symbol`} label="Short form" help="For tables." maxLength={6} optional />
      </div>
      <div className="mt-4 flex flex-col gap-4">
        <TextRow values={values} name={`${at}.question`} label="Question put to annotators" maxLength={400} />
        <TextRow
          values={values}
          name={`${at}.direction`}
          label="Direction in words"
          help="Which end is better, and what zero means."
          optional
          maxLength={200}
        />
        <div className="grid grid-cols-2 gap-4 sm:max-w-60">
          <NumberRow values={values} name={`${at}.min`} label="Lowest score" />
          <NumberRow values={values} name={`${at}.max`} label="Highest score" />
        </div>
        <Field
          id={bandsId}
          label="Bands"
          help="One a line, covering the whole range: “0 to 3: hardly”, “4: fully”."
          error={bandsError}
        >
          <TextArea
            id={bandsId}
            name={`${at}.bands`}
            rows={4}
            defaultValue={values.text(`${at}.bands`)}
            className="font-ui text-sm"
            {...describedBy(bandsId, { help: true, error: bandsError })}
          />
        </Field>
      </div>
    </fieldset>
  );
}

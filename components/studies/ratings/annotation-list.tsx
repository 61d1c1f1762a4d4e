import { TextInput } from "#components/ui/field.tsx";
import { formatDuration } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ItemAnnotation } from "#lib/domain/studies/study-ratings.ts";
import { ActionForm } from "../action-form.tsx";
import type { SendForm } from "../form/form-values.ts";

/** Who rated this item, when and how long; each annotation can be excluded with a reason and taken back in. */
export function AnnotationList({
  annotations,
  canExclude,
  exclude,
  include,
}: {
  annotations: readonly ItemAnnotation[];
  canExclude: boolean;
  exclude: SendForm;
  include: SendForm;
}) {
  return (
    <ul className="text-sm">
      {annotations.map((annotation) => (
        <li key={annotation.annotationId} className="border-line border-b py-2.5 last:border-b-0">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <p>
              <strong>{annotation.pseudonym}</strong>{" "}
              <span className="text-ink-2">
                submitted <RelativeTime at={annotation.submittedAt} />, {formatDuration(annotation.activeMs)} of active
                time
                {annotation.isLate ? ", after the lease had ended" : ""}
                {annotation.isExtra ? ", extra" : ""}
              </span>
            </p>
            {canExclude && annotation.exclusion ? (
              <ActionForm
                send={include}
                fields={{ annotationId: annotation.annotationId }}
                label="Take back in"
                size="sm"
              />
            ) : null}
          </div>
          {annotation.exclusion ? (
            <p className="mt-1 text-ink-2">
              Excluded <RelativeTime at={annotation.exclusion.at} />: {annotation.exclusion.reason}
            </p>
          ) : null}
          {canExclude && !annotation.exclusion ? <Exclude annotation={annotation} exclude={exclude} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Exclude({ annotation, exclude }: { annotation: ItemAnnotation; exclude: SendForm }) {
  const id = `reason-${annotation.annotationId}`;
  return (
    <details className="mt-1">
      <summary className="text-ink-2">Exclude</summary>
      <div className="mt-2 max-w-96">
        <ActionForm
          send={exclude}
          fields={{ annotationId: annotation.annotationId }}
          label="Exclude annotation"
          pendingLabel="Excluding…"
          size="sm"
        >
          <label htmlFor={id} className="font-medium">
            Why
          </label>
          <TextInput id={id} name="reason" required minLength={3} maxLength={500} aria-describedby={`${id}-help`} />
          <p id={`${id}-help`} className="text-xs text-ink-2">
            It stays on record, leaves counts and distributions, and can be taken back in. Pay is another matter.
          </p>
        </ActionForm>
      </div>
    </details>
  );
}

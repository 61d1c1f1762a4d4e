import { ActionForm } from "#components/forms/action-form.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { formatDuration } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ItemAnnotation } from "#lib/domain/studies/study-ratings.ts";
import { ExcludeForm } from "../exclude-form.tsx";

/** Who rated this item, when and how long; each annotation can be excluded with a reason and taken back in. */
export function AnnotationList({
  annotations,
  canExclude,
  canReplace,
  exclude,
  include,
}: {
  annotations: readonly ItemAnnotation[];
  canExclude: boolean;
  /** Whether the study still takes annotations, so that somebody else can be asked. */
  canReplace: boolean;
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
                submitted <RelativeTime at={annotation.submittedAt} />,{" "}
                {annotation.activeMs === null
                  ? "active time not measured"
                  : `${formatDuration(annotation.activeMs)} of active time`}
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
              {annotation.exclusion.isReplaced ? " Another annotation is asked for in its place." : ""}
            </p>
          ) : null}
          {canExclude && !annotation.exclusion ? (
            <ExcludeForm
              id={`reason-${annotation.annotationId}`}
              summary="Exclude"
              label="Exclude annotation"
              exclude={exclude}
              fields={{ annotationId: annotation.annotationId }}
              replaceLabel={canReplace ? "Ask somebody else for this item" : null}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

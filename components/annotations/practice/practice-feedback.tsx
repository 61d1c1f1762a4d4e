import { AGENT_TEXT } from "#components/episodes/agent-hue.ts";
import { classNames } from "#components/ui/class-names.ts";
import { formatInteger } from "#lib/domain/annotations/guidelines/format-integer.ts";
import type { PracticeVerdict } from "#lib/domain/annotations/guidelines/practice-feedback.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { ScaleStrip } from "../guidelines/scale-strip.tsx";
import { scoreInWords } from "../rating/rating-view.ts";

/** What was given for one agent beside the range that careful annotators agreed on, and why. */
export function PracticeFeedback({
  name,
  dimension,
  rating,
  verdict,
}: {
  name: string;
  dimension: Dimension;
  rating: RatingDraft;
  verdict: PracticeVerdict | undefined;
}) {
  return (
    <section aria-label={`${dimension.name} — ${name}`} className="@container border-line border-t pt-5 pb-6">
      <div className="flex flex-wrap justify-between gap-x-4">
        <h2 className={classNames("text-lg", AGENT_TEXT[rating.agent])}>
          <bdi>{name}</bdi>
        </h2>
        <p className="text-sm">
          You gave{" "}
          <b className="font-semibold">{rating.score === null ? "no score" : scoreInWords(rating.score, dimension)}</b>
        </p>
      </div>
      {verdict ? (
        <>
          <p className="mt-3 text-sm text-ink-2">Careful annotators gave {range(verdict)}:</p>
          <div className="mt-1.5">
            <ScaleStrip
              scale={dimension}
              from={verdict.low}
              to={verdict.high}
              given={verdict.score}
              label={`Known range ${range(verdict)}, your score ${formatInteger(verdict.score)}`}
            />
          </div>
          <p className="mt-3 font-semibold">{inWords(verdict)}</p>
          <p className="mt-1 font-text text-lg leading-normal">{verdict.explanation}</p>
        </>
      ) : null}
      {rating.rationale.trim() ? (
        <p className="mt-3 border-line border-l-2 pl-3 font-text text-base text-ink-2">
          <span className="sr-only">You wrote: </span>
          {rating.rationale}
        </p>
      ) : null}
    </section>
  );
}

function range({ low, high }: PracticeVerdict): string {
  return low === high ? formatInteger(low) : `${formatInteger(low)} to ${formatInteger(high)}`;
}

function inWords({ verdict, distance }: PracticeVerdict): string {
  if (verdict === "within") return "Yours lies within that range.";
  const points = distance === 1 ? "one point" : `${distance} points`;
  return `Yours lies ${points} ${verdict} it.`;
}

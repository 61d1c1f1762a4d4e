import { AGENT_TEXT } from "#components/episodes/agent-hue.ts";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { Callout } from "#components/ui/callout.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { emptyRating } from "#lib/domain/annotations/merge-drafts.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { FieldIssue } from "#lib/domain/shared/errors.ts";
import { dimensionTextClass } from "../dimension-name.tsx";
import { dimensionSegment } from "../rating/go.ts";
import { namesBySeat, type RatedEpisode, SEATS, scoreInWords } from "../rating/rating-view.ts";

type Props = {
  action: string;
  assignmentId: string;
  revision: number;
  /** Made for this page, so that a submission sent twice counts once. */
  submissionKey: string;
  /** `room/ID` is the form on one dimension. */
  room: string;
  skip: string;
  episode: RatedEpisode;
  dimensions: readonly Dimension[];
  ratings: readonly RatingDraft[];
  issues: readonly FieldIssue[];
  /** The person has asked to submit: what is missing takes the focus. */
  hasAsked: boolean;
  /** The draft changed elsewhere while this page was open. */
  hasChanged: boolean;
  where: string;
};

/** The whole annotation on one page before it is submitted. */
export function RatingReview(props: Props) {
  const { dimensions, episode, ratings, issues, room } = props;
  const names = namesBySeat(episode.agents);
  const addressOf = (dimension: string, rest = "") => `${room}/${dimensionSegment(dimension)}${rest}`;
  const items = issues.map(({ path, message }) => {
    const [dimension = "", agent = "1"] = path.split(".");
    return { message, href: addressOf(dimension, `?problems=1#agent-${agent}`) };
  });
  return (
    <>
      {props.hasChanged ? (
        <div className="mb-6">
          <Callout tone="warn" title="Something was changed in another tab">
            Nothing was submitted yet. Below is what is saved now; look it over and submit again.
          </Callout>
        </div>
      ) : null}
      {props.hasAsked && items.length > 0 ? (
        <div className="mb-6">
          <ErrorSummary title={`Nothing was submitted: ${missingInWords(items.length)}`} items={items} />
        </div>
      ) : null}
      <p className="text-sm text-ink-2">{props.where}</p>
      <h1 className="mt-1 text-2xl">Review your ratings</h1>
      <p className="prose-text mt-2 text-ink-2">
        {items.length === 0
          ? "Everything is there. You can still change any of it; once submitted it stays as it is."
          : `You can change any of it until you submit. ${capitalized(missingInWords(items.length))}.`}
      </p>
      <div className="@container mt-8">
        {dimensions.map((dimension) => (
          <section key={dimension.id} className="border-line border-t py-5">
            <div className="flex items-baseline justify-between gap-4">
              <h2 className={`text-lg ${dimensionTextClass(dimension.hue)}`}>{dimension.name}</h2>
              <a
                className="link flex min-h-6 items-center text-sm"
                href={addressOf(dimension.id, items.length > 0 ? "?problems=1#rating" : "#rating")}
              >
                Change<span className="sr-only"> {dimension.name}</span>
              </a>
            </div>
            <div className="mt-3 grid gap-x-8 gap-y-5 @2xl:grid-cols-2">
              {SEATS.map((seat) => (
                <Reviewed
                  key={seat}
                  name={names[seat]}
                  dimension={dimension}
                  rating={
                    ratings.find((each) => each.agent === seat && each.dimension === dimension.id) ??
                    emptyRating(seat, dimension.id)
                  }
                  hasAsked={props.hasAsked}
                  problems={issues.filter(({ path }) => path.startsWith(`${dimension.id}.${seat}.`))}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
      <SubmitForm {...props} />
    </>
  );
}

function Reviewed({
  name,
  dimension,
  rating,
  hasAsked,
  problems,
}: {
  name: string;
  dimension: Dimension;
  rating: RatingDraft;
  hasAsked: boolean;
  problems: readonly FieldIssue[];
}) {
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap justify-between gap-x-3">
        <b className={classNames("font-semibold", AGENT_TEXT[rating.agent])}>
          <bdi>{name}</bdi>
        </b>
        <span className={rating.score === null ? toneOf(hasAsked) : "font-semibold"}>
          {rating.score === null ? "no score yet" : scoreInWords(rating.score, dimension)}
        </span>
      </p>
      {rating.rationale.trim() ? (
        <p className="mt-1.5 font-text text-lg leading-normal whitespace-pre-wrap">{rating.rationale}</p>
      ) : null}
      {rating.evidence.length > 0 ? (
        <p className="mt-1 text-sm text-ink-2">
          Shown by {rating.evidence.length === 1 ? "turn" : "turns"} {rating.evidence.join(", ")}
        </p>
      ) : null}
      {problems.map(({ path, message }) => (
        <p
          key={path}
          className={classNames(
            "mt-1.5 border-l-3 pl-2.5 text-sm",
            hasAsked ? "border-bad" : "border-line-strong",
            toneOf(hasAsked),
          )}
        >
          {message}
        </p>
      ))}
    </div>
  );
}

/** What is missing is a mistake only once somebody wants to submit; before that it is what is left to do. */
function toneOf(hasAsked: boolean): string {
  return hasAsked ? "text-bad" : "text-ink-2";
}

function SubmitForm({ action, assignmentId, revision, submissionKey, room, skip, dimensions }: Props) {
  const last = dimensions.at(-1);
  return (
    <form method="post" action={action} className="flex flex-wrap items-center gap-3 border-line border-t pt-6">
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <a className={buttonClasses("secondary")} href={`${room}/${dimensionSegment(last?.id ?? "")}#rating`}>
        Back
      </a>
      <button type="submit" className={buttonClasses("primary")}>
        Submit my ratings
      </button>
      <a className="link ml-auto flex min-h-6 items-center text-sm" href={skip}>
        Skip this conversation…
      </a>
    </form>
  );
}

function missingInWords(count: number): string {
  return count === 1 ? "one thing is missing" : `${count} things are missing`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

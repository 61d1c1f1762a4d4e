import type { ReactNode } from "react";
import { DimensionName } from "#components/annotations/dimension-name.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { formatInteger, formatNumber, NO_VALUE } from "#components/ui/format.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import { AGENT_TEXT } from "./agent-hue.ts";

/**
 * One rating as the page shows it: of a seat, or with `agent` 0 of the episode as a whole. `name` is the dimension's own
 * name where it is none of the seven; `range` is shown where the scale is not the usual one of its dimension.
 */
export type ShownRating = {
  agent: number;
  range?: string;
  dimension: string;
  name?: string;
  score: number;
  rationale: string;
  evidence?: number[];
};

type Names = Record<AgentSeat, string>;
const SEATS: readonly AgentSeat[] = [1, 2];

/** The dimensions that these ratings are on: the seven in their order, then others in the order they come. */
function dimensionsOf(ratings: readonly ShownRating[]): string[] {
  const present = new Set(ratings.map((rating) => rating.dimension));
  const known = SOTOPIA_DIMENSIONS.map(({ id }) => id as string).filter((id) => present.has(id));
  return [...known, ...[...present].filter((id) => !known.includes(id))];
}

function Label({ dimension, ratings }: { dimension: string; ratings: readonly ShownRating[] }) {
  const known = SOTOPIA_DIMENSIONS.find(({ id }) => id === dimension);
  const own = ratings.find((rating) => rating.dimension === dimension);
  return (
    <>
      {known ? <DimensionName dimension={known} /> : <span className="font-semibold">{own?.name ?? dimension}</span>}
      {own?.range ? <span className="text-xs text-ink-2"> {own.range}</span> : null}
    </>
  );
}

/**
 * All ratings of one rater on both agents: one line a dimension with both scores, the rationales one click away.
 * `heading` names the rater; turns that a rating cites are links into the transcript.
 */
export function RaterRatings({
  heading,
  ratings,
  names,
  gaps = [],
}: {
  heading: ReactNode;
  ratings: readonly ShownRating[];
  names: Names;
  gaps?: readonly string[];
}) {
  return (
    <section className="rounded-surface border border-line bg-surface">
      <div className="flex items-baseline gap-3 border-line border-b px-4 py-2.5">
        <div className="min-w-0 flex-1 text-sm">{heading}</div>
        {SEATS.map((seat) => (
          <span
            key={seat}
            title={names[seat]}
            className={classNames("w-14 truncate text-right text-xs font-semibold", AGENT_TEXT[seat])}
          >
            <bdi>{names[seat].split(" ")[0]}</bdi>
          </span>
        ))}
        <span className="w-3" />
      </div>
      {dimensionsOf(ratings).map((dimension) => (
        <DimensionLine key={dimension} dimension={dimension} ratings={ratings} names={names} />
      ))}
      {gaps.map((gap) => (
        <p key={gap} className="border-line border-t px-4 py-2 text-xs text-ink-2">
          {gap}
        </p>
      ))}
    </section>
  );
}

function DimensionLine({
  dimension,
  ratings,
  names,
}: {
  dimension: string;
  ratings: readonly ShownRating[];
  names: Names;
}) {
  const of = (agent: number) => ratings.find((rating) => rating.agent === agent && rating.dimension === dimension);
  const whole = of(0);
  return (
    <details className="group border-line border-b last:border-b-0">
      <summary className="flex list-none items-baseline gap-3 px-4 py-2 text-sm hover:bg-sunken focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1">
          <Label dimension={dimension} ratings={ratings} />
        </span>
        {whole ? (
          <span className="text-right tabular-nums">
            <span className="text-xs text-ink-2">as a whole </span>
            {formatScore(whole.score)}
          </span>
        ) : null}
        {(whole && !of(1) && !of(2) ? [] : SEATS).map((seat) => (
          <span key={seat} className="w-14 text-right tabular-nums">
            <span className="sr-only">
              <bdi>{names[seat]}</bdi>:{" "}
            </span>
            {formatScore(of(seat)?.score)}
          </span>
        ))}
        <span aria-hidden="true" className="w-3 text-ink-3 transition-transform duration-150 group-open:rotate-90">
          ›
        </span>
      </summary>
      <div className="space-y-3 px-4 pb-3">
        {whole ? <Rationale rating={whole} /> : null}
        {(whole && !of(1) && !of(2) ? [] : SEATS).map((seat) => (
          <RationaleOf key={seat} seat={seat} name={names[seat]} rating={of(seat)} />
        ))}
      </div>
    </details>
  );
}

function formatScore(score: number | undefined): string {
  if (score === undefined || Number.isNaN(score)) return NO_VALUE;
  return Number.isInteger(score) ? formatInteger(score) : formatNumber(score, Number.isInteger(score * 10) ? 1 : 2);
}

function RationaleOf({ seat, name, rating }: { seat: AgentSeat; name: string; rating: ShownRating | undefined }) {
  return (
    <div>
      <p className={classNames("text-xs font-semibold", AGENT_TEXT[seat])}>
        <bdi>{name}</bdi> · {formatScore(rating?.score)}
      </p>
      <Rationale rating={rating} />
      {rating?.evidence && rating.evidence.length > 0 ? (
        <p className="mt-1 text-xs text-ink-2">
          Because of{" "}
          {rating.evidence.map((turn, index) => (
            <span key={turn}>
              {index > 0 ? ", " : ""}
              <a href={`#turn-${turn}`} className="link">
                turn {turn}
              </a>
            </span>
          ))}
        </p>
      ) : null}
    </div>
  );
}

function Rationale({ rating }: { rating: ShownRating | undefined }) {
  return (
    <p className="font-text whitespace-pre-wrap [overflow-wrap:anywhere]" dir="auto">
      {rating?.rationale || "No rationale is given."}
    </p>
  );
}

"use client";
import { HumanMark, JudgeMark } from "#components/episodes/rating-marks.tsx";
import { Link } from "#components/ui/link.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { CellReasons } from "#lib/domain/analysis/findings/disagreements.ts";
import { numberText } from "../frame/figure-cells.ts";
import { useAnswer } from "./use-answer.ts";

/** What judge and people wrote about one cell, side by side, with the turns that they cite. */
export function CellReasonsPanel({ href }: { href: string }) {
  const { value, problem, isLoading } = useAnswer<CellReasons>(href);
  if (isLoading)
    return (
      <div role="status" aria-label="Loading the reasons" className="mt-3 grid gap-2">
        <Skeleton className="h-4 w-3/4" />
        <Skeleton className="h-4 w-2/3" />
      </div>
    );
  if (!value) return <p className="mt-3 text-sm text-bad">{problem}</p>;
  const sides = [
    { kind: "judge", title: "Judge", mark: <JudgeMark /> },
    { kind: "human", title: "People", mark: <HumanMark /> },
  ] as const;
  return (
    <div className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {sides.map(({ kind, title, mark }) => (
        <section key={kind} aria-label={title} className="min-w-0">
          <h4 className="flex items-center gap-1.5 text-sm">
            {mark} {title}
          </h4>
          <ReasonList reasons={value} kind={kind} />
        </section>
      ))}
    </div>
  );
}

function ReasonList({ reasons, kind }: { reasons: CellReasons; kind: "human" | "judge" }) {
  const ratings = reasons.ratings.filter((rating) => rating.kind === kind);
  if (ratings.length === 0) return <p className="mt-1 text-sm text-ink-2">No rating.</p>;
  return (
    <ul className="mt-1 grid gap-3">
      {ratings.map((rating, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one rater may have rated twice; the order is the server's
        <li key={index}>
          <p className="text-sm text-ink-2">
            <span className="font-semibold text-ink tabular-nums">
              {numberText(rating.score, { decimals: Number.isInteger(rating.score) ? 0 : 1 })}
            </span>{" "}
            <bdi>{rating.rater}</bdi>
          </p>
          {rating.rationale ? (
            <p dir="auto" className="mt-0.5 font-text text-lg leading-normal whitespace-pre-line">
              {rating.rationale}
            </p>
          ) : (
            <p className="mt-0.5 text-sm text-ink-3">No words were given.</p>
          )}
          <Evidence turns={rating.evidence} episodeId={reasons.episodeId} />
        </li>
      ))}
    </ul>
  );
}

function Evidence({ turns, episodeId }: { turns: readonly number[]; episodeId: string | null }) {
  if (turns.length === 0) return null;
  return (
    <p className="mt-1 text-sm text-ink-2">
      Cites turn{turns.length === 1 ? "" : "s"}{" "}
      {turns.map((turn, index) => (
        <span key={turn}>
          {index > 0 ? ", " : ""}
          {episodeId ? (
            <Link href={`/episodes/${episodeId}#turn-${turn}`} className="link">
              {turn}
            </Link>
          ) : (
            turn
          )}
        </span>
      ))}
      .
    </p>
  );
}

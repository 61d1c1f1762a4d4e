import { AGENT_TEXT } from "#components/episodes/agent-hue.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { DraftConflict } from "#lib/domain/annotations/merge-drafts.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { BandList } from "./band-list.tsx";
import { ConflictNote } from "./conflict-note.tsx";
import { EvidenceRow } from "./evidence-row.tsx";
import { scoreInWords } from "./rating-view.ts";
import { RationaleField } from "./rationale-field.tsx";
import { ScoreScale } from "./score-scale.tsx";

/** What somebody does to one agent's rating. */
export type RatingEvents = {
  onScore(score: number | null): void;
  onText(text: string): void;
  onShowTurn(turn: number, isPicking: boolean): void;
  onRemoveTurn(turn: number): void;
  onSettle(conflict: DraftConflict, take: boolean): void;
};

/**
 * One dimension for one agent: the scale with its bands, the turns that show it, the reason. The question, the direction
 * and the bands describe the group and not each button, so that they are read out once, on entering it.
 */
export function AgentRating({
  name,
  dimension,
  rating,
  conflicts,
  firstTurn,
  repeats,
  problem,
  isAlive,
  events,
}: {
  name: string;
  dimension: Dimension;
  rating: RatingDraft;
  conflicts: readonly DraftConflict[];
  firstTurn: number | undefined;
  repeats: string;
  /** What is missing here, in the words of the error summary; empty when nothing is. */
  problem: string;
  isAlive: boolean;
  events: RatingEvents;
}) {
  const { agent, score } = rating;
  const bandsId = `bands-${agent}`;
  return (
    <fieldset
      id={`agent-${agent}`}
      aria-describedby={`${problem ? `problem-${agent} ` : ""}question direction ${bandsId}`}
      className="@container min-w-0 scroll-mt-24 border-line border-t pt-5 pb-6"
    >
      <legend className="sr-only">
        {dimension.name} — <bdi>{name}</bdi>
      </legend>
      <RatingHead name={name} dimension={dimension} rating={rating} onClear={() => events.onScore(null)} />
      {problem ? (
        <p id={`problem-${agent}`} className="mb-2 text-sm font-semibold text-bad">
          {problem}
        </p>
      ) : null}
      <div className="mt-2">
        <ScoreScale agent={agent} dimension={dimension} score={score} onScore={events.onScore} />
        <BandList id={bandsId} scale={dimension} score={score} agent={agent} />
      </div>
      <ConflictNote conflicts={conflicts} dimension={dimension} onSettle={events.onSettle} />
      <EvidenceRow
        agent={agent}
        name={name}
        evidence={rating.evidence}
        firstTurn={firstTurn}
        isAlive={isAlive}
        onShow={events.onShowTurn}
        onRemove={events.onRemoveTurn}
      />
      <RationaleField
        agent={agent}
        name={name}
        label={score === null ? "Why this score?" : `Why ${scoreInWords(score, dimension)}?`}
        value={rating.rationale}
        repeats={repeats}
        isAlive={isAlive}
        onText={events.onText}
      />
    </fieldset>
  );
}

type HeadProps = { name: string; dimension: Dimension; rating: RatingDraft; onClear(): void };

/** Whose rating it is and what was given so far. */
function RatingHead({ name, dimension, rating: { agent, score }, onClear }: HeadProps) {
  return (
    <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4">
      <p aria-hidden="true" className={classNames("text-lg font-semibold", AGENT_TEXT[agent])}>
        <bdi>{name}</bdi>
      </p>
      <p className="flex items-center gap-1 text-sm">
        <span className={score === null ? "text-ink-2" : "font-semibold"}>
          {score === null ? "not rated yet" : scoreInWords(score, dimension)}
        </span>
        {score === null ? null : <ClearButton agent={agent} name={name} onClear={onClear} />}
      </p>
    </div>
  );
}

function ClearButton({ agent, name, onClear }: { agent: 1 | 2; name: string; onClear(): void }) {
  return (
    <button
      type="submit"
      name="go"
      value={`clear-${agent}`}
      onClick={(event) => {
        event.preventDefault();
        // The button goes away, so the focus goes to the scale that it emptied.
        document.querySelector<HTMLElement>(`input[name="score-${agent}"]`)?.focus();
        onClear();
      }}
      className="h-8 rounded-control px-2 text-sm text-ink-2 underline decoration-1 underline-offset-3 hover:bg-sunken hover:text-ink"
    >
      Clear
      <span className="sr-only">
        {" "}
        the score of <bdi>{name}</bdi>
      </span>
    </button>
  );
}

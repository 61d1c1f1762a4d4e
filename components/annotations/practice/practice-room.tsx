"use client";
import { type Dispatch, type SetStateAction, useState } from "react";
import { Callout } from "#components/ui/callout.tsx";
import { useIsAlive } from "#components/ui/use-is-alive.ts";
import type { PracticeVerdict } from "#lib/domain/annotations/guidelines/practice-feedback.ts";
import { emptyRating } from "#lib/domain/annotations/merge-drafts.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import { AgentRating, type RatingEvents } from "../rating/agent-rating.tsx";
import { goToDimension } from "../rating/go.ts";
import { RatingForm } from "../rating/rating-form.tsx";
import { type GuidelinesAddresses, RatingLayout, type RatingView, useRatingView } from "../rating/rating-layout.tsx";
import { namesBySeat, type RatedEpisode, SEATS, type StepState } from "../rating/rating-view.ts";
import { ReadingPane } from "../rating/reading-pane.tsx";
import { showTurn } from "../rating/show-turn.ts";
import { Stepper } from "../rating/stepper.tsx";
import { useRatingKeys } from "../rating/use-rating-keys.ts";
import { PracticeFeedback } from "./practice-feedback.tsx";

type Props = {
  episode: RatedEpisode;
  dimensions: readonly Dimension[];
  dimensionId: string;
  /** Dimensions that have been answered. */
  answered: readonly string[];
  /** What was given on this one; empty before. */
  given: readonly RatingDraft[];
  verdicts: readonly PracticeVerdict[];
  isMissing: boolean;
  contact: string;
  addresses: GuidelinesAddresses & { action: string };
};

/**
 * The rating form on the practice conversation. It is sent whole and answered with a page, so it saves nothing on the
 * way; answered, it shows the known range beside what was given.
 */
export function PracticeRoom(props: Props) {
  const { episode, dimensions, given } = props;
  const view = useRatingView();
  const isAlive = useIsAlive();
  const index = dimensions.findIndex(({ id }) => id === props.dimensionId);
  const dimension = dimensions[index] as Dimension;
  const [ratings, setRatings] = useState<Ratings>(() => start(dimension.id, given));
  const isAnswered = given.length > 0;
  const next = wayOn(props, index, isAnswered);
  useRatingKeys(() => sendForm(next.go));
  const { pick, eventsOf } = practiceEvents({ ratings, setRatings, isAnswered, view });
  const names = namesBySeat(episode.agents);
  return (
    <RatingLayout
      view={view}
      dimension={dimension}
      dimensions={dimensions}
      where={["practice", "nothing counts"]}
      status={null}
      notice={null}
      contact={props.contact}
      hasSkip={false}
      first={isAnswered || props.isMissing || props.answered.length > 0 ? "rating" : "conversation"}
      guidelines={props.addresses}
      reading={
        <ReadingPane
          episode={episode}
          evidence={{ 1: ratings[1].evidence, 2: ratings[2].evidence }}
          shownTurn={null}
          onPick={pick}
        />
      }
      form={
        <RatingForm
          dimension={dimension}
          action={props.addresses.action}
          hidden={{ dimension: dimension.id }}
          back={wayBack(props, index)}
          next={next}
          stepper={<Stepper dimensions={dimensions} states={states(props)} current={dimension.id} />}
          notice={props.isMissing && !isAnswered ? <MissingScores /> : null}
          isAlive={isAlive}
        >
          {SEATS.map((seat) =>
            isAnswered ? (
              <PracticeFeedback
                key={seat}
                name={names[seat]}
                dimension={dimension}
                rating={ratings[seat]}
                verdict={props.verdicts.find((verdict) => verdict.agent === seat)}
              />
            ) : (
              <AgentRating
                key={seat}
                name={names[seat]}
                dimension={dimension}
                rating={ratings[seat]}
                conflicts={[]}
                firstTurn={episode.turns[0]?.number}
                repeats=""
                problem={props.isMissing && ratings[seat].score === null ? `Choose a score for ${names[seat]}.` : ""}
                isAlive={isAlive}
                events={eventsOf(seat)}
              />
            ),
          )}
        </RatingForm>
      }
    />
  );
}

function MissingScores() {
  return (
    <div className="mt-4">
      <Callout tone="bad">Choose a score for both before you compare.</Callout>
    </div>
  );
}

type Ratings = Record<AgentSeat, RatingDraft>;

/** What somebody does to the ratings of the practice; once answered, nothing changes them. */
function practiceEvents({
  ratings,
  setRatings,
  isAnswered,
  view,
}: {
  ratings: Ratings;
  setRatings: Dispatch<SetStateAction<Ratings>>;
  isAnswered: boolean;
  view: RatingView;
}) {
  const change = (agent: AgentSeat, patch: Partial<RatingDraft>) =>
    setRatings((before) => ({ ...before, [agent]: { ...before[agent], ...patch } }));
  const pick = (agent: AgentSeat, turn: number, isOn: boolean) => {
    if (isAnswered) return;
    const others = ratings[agent].evidence.filter((each) => each !== turn);
    change(agent, { evidence: isOn ? [...others, turn].sort((a, b) => a - b) : others });
  };
  const eventsOf = (seat: AgentSeat): RatingEvents => ({
    onScore: (score) => change(seat, { score }),
    onText: (rationale) => change(seat, { rationale }),
    onShowTurn: (turn, isPicking) => {
      view.setPane("conversation");
      requestAnimationFrame(() => showTurn(turn, isPicking ? seat : null));
    },
    onRemoveTurn: (turn) => pick(seat, turn, false),
    onSettle: () => undefined,
  });
  return { pick, eventsOf };
}

function start(dimension: string, given: readonly RatingDraft[]): Ratings {
  const of = (agent: AgentSeat) => given.find((rating) => rating.agent === agent) ?? emptyRating(agent, dimension);
  return { 1: of(1), 2: of(2) };
}

function wayBack({ dimensions }: Props, index: number): { go: string; label: string } | null {
  const before = dimensions[index - 1];
  return before ? { go: goToDimension(before.id), label: before.name } : null;
}

function wayOn({ dimensions }: Props, index: number, isAnswered: boolean): { go: string; label: string } {
  if (!isAnswered) return { go: "compare", label: "Compare my ratings" };
  const after = dimensions[index + 1];
  return after
    ? { go: goToDimension(after.id), label: `Next: ${after.name}` }
    : { go: "finish", label: "Finish the practice" };
}

function states({ dimensions, answered }: Props): Record<string, StepState> {
  return Object.fromEntries(dimensions.map(({ id }) => [id, answered.includes(id) ? "done" : "open"]));
}

function sendForm(go: string): void {
  const form = document.getElementById("rating-form");
  if (!(form instanceof HTMLFormElement)) return;
  form.requestSubmit(form.querySelector<HTMLButtonElement>(`button[name="go"][value="${CSS.escape(go)}"]`));
}

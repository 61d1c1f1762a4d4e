import type { FormEvent } from "react";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import type { DraftSaver } from "../saving/draft-saver.ts";
import type { DraftSnapshot } from "../saving/draft-types.ts";
import { AgentRating } from "./agent-rating.tsx";
import { RatingForm } from "./rating-form.tsx";
import { ratingOf, repeatRemarks, stepStates } from "./rating-progress.ts";
import { namesBySeat, SEATS } from "./rating-view.ts";
import { RoomNotice } from "./room-notice.tsx";
import type { RatingRoomProps } from "./room-props.ts";
import { Stepper } from "./stepper.tsx";
import { waysOn } from "./ways-on.ts";

type RoomFormProps = {
  /** What the room was given. */
  props: RatingRoomProps;
  dimension: Dimension;
  index: number;
  draft: DraftSnapshot;
  saver: DraftSaver;
  isAlive: boolean;
  farewell: string;
  go(to: string): void;
  onPick(agent: AgentSeat, turn: number, isOn: boolean): void;
  onShowTurn(turn: number, agent: AgentSeat | null): void;
};

/** The rating side of the room: one dimension for both agents, between the stepper and the ways on. */
export function RoomForm({
  props,
  dimension,
  index,
  draft,
  saver,
  isAlive,
  farewell,
  go,
  onPick,
  onShowTurn,
}: RoomFormProps) {
  const { dimensions, episode } = props;
  const names = namesBySeat(episode.agents);
  const remarks = repeatRemarks(draft.ratings, dimensions, names);
  const { back, next } = waysOn(dimensions, index);
  return (
    <RatingForm
      dimension={dimension}
      action={props.addresses.draft}
      hidden={{
        assignmentId: props.assignmentId,
        dimension: dimension.id,
        revision: String(draft.revision),
        base: JSON.stringify(SEATS.map((seat) => ratingOf(draft.ratings, seat, dimension.id))),
      }}
      back={back}
      next={next}
      stepper={
        <Stepper dimensions={dimensions} states={stepStates(draft.ratings, dimensions)} current={dimension.id} />
      }
      notice={
        <RoomNotice
          greeting={props.greeting}
          refusal={draft.message}
          farewell={farewell}
          way={draft.isOver ? props.addresses.start : undefined}
        />
      }
      isAlive={isAlive}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const button = (event.nativeEvent as SubmitEvent).submitter;
        go(button instanceof HTMLButtonElement ? button.value : next.go);
      }}
    >
      {SEATS.map((seat) => (
        <AgentRating
          key={`${seat}.${dimension.id}`}
          name={names[seat]}
          dimension={dimension}
          rating={ratingOf(draft.ratings, seat, dimension.id)}
          conflicts={draft.conflicts.filter((each) => each.agent === seat && each.dimension === dimension.id)}
          firstTurn={episode.turns[0]?.number}
          repeats={remarks[`${dimension.id}.${seat}`] ?? ""}
          problem={props.problems[`${dimension.id}.${seat}`] ?? ""}
          isAlive={isAlive}
          events={{
            onScore: (score) => saver.change(seat, dimension.id, { score }),
            onText: (rationale) => saver.change(seat, dimension.id, { rationale }),
            onShowTurn: (turn, isPicking) => onShowTurn(turn, isPicking ? seat : null),
            onRemoveTurn: (turn) => onPick(seat, turn, false),
            onSettle: (conflict, take) => saver.settle(conflict, take),
          }}
        />
      ))}
    </RatingForm>
  );
}

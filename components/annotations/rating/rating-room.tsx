"use client";
import { type FormEvent, useState } from "react";
import { plural } from "#components/ui/format.ts";
import { answeredShare } from "#lib/domain/annotations/completeness.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import { minutesLeft } from "#lib/domain/studies/leases.ts";
import type { DraftSaver } from "../saving/draft-saver.ts";
import type { DraftSnapshot } from "../saving/draft-types.ts";
import { extendLease } from "../saving/extend-lease.ts";
import { AgentRating } from "./agent-rating.tsx";
import { goToDimension } from "./go.ts";
import { LeaseNotice } from "./lease-notice.tsx";
import { leaveRoom } from "./leave-room.ts";
import { RatingForm } from "./rating-form.tsx";
import { type GuidelinesAddresses, RatingLayout, useRatingView } from "./rating-layout.tsx";
import { ratingOf, repeatRemarks, stepStates } from "./rating-progress.ts";
import type { Pane } from "./rating-top.tsx";
import { namesBySeat, type RatedEpisode, SEATS } from "./rating-view.ts";
import { ReadingPane } from "./reading-pane.tsx";
import { RoomNotice } from "./room-notice.tsx";
import { SaveStatus } from "./save-status.tsx";
import { showTurn } from "./show-turn.ts";
import { Stepper } from "./stepper.tsx";
import { useDimensionInHand } from "./use-dimension-in-hand.ts";
import { useDraft } from "./use-draft.ts";
import { useIsLive } from "./use-is-live.ts";
import { useRatingKeys } from "./use-rating-keys.ts";
import { useTypedBefore } from "./use-typed-before.ts";
import { useWorkingTime } from "./use-working-time.ts";

/** Where the room's forms and links lead; all of them exist without JavaScript too. `room/ID` is one dimension. */
export type RatingAddresses = GuidelinesAddresses & {
  room: string;
  draft: string;
  extend: string;
  review: string;
  skip: string;
  /** Leads to where the visit stands. */
  start: string;
};

/** What the room is given: one episode, the scales, the draft, and where everything leads. */
export type RatingRoomProps = {
  assignmentId: string;
  episode: RatedEpisode;
  dimensions: readonly Dimension[];
  initialDimension: string;
  draft: { revision: number; savedAt: string | null; ratings: readonly RatingDraft[] };
  lease: { secondsLeft: number | null; extensionsLeft: number };
  /** "conversation 2 of 4"; how long the visit still takes is added as the person goes on. */
  where: readonly string[];
  effort: { minutesPerItem: number; itemsAfterThis: number };
  contact: string;
  addresses: RatingAddresses;
  /** What is missing, by `dimension.agent`, once the person has asked to submit. */
  problems: Readonly<Record<string, string>>;
  /** A sentence that greets the page, for example after two copies were brought together; else empty. */
  greeting: string;
};

/** The room in which one episode is rated: conversation on one side, one dimension for both agents on the other. */
export function RatingRoom(props: RatingRoomProps) {
  const { episode, dimensions, addresses } = props;
  const isLive = useIsLive();
  const view = useRatingView();
  const { dimension, index, goTo } = useDimensionInHand(dimensions, props.initialDimension, addresses.room);
  const time = useWorkingTime(episode.turns.length, dimension.id);
  const { draft, saver } = useDraft(
    {
      assignmentId: props.assignmentId,
      draftUrl: addresses.draft,
      leaseSecondsLeft: props.lease.secondsLeft,
      ...props.draft,
    },
    time,
  );
  const [farewell, setFarewell] = useState("");
  const [shownTurn, setShownTurn] = useState<number | null>(null);
  useTypedBefore(saver, dimension.id, props.draft.ratings);
  const next = waysOn(dimensions, index).next.go;
  const go = (to: string) => void leaveRoom(to, { saver, view, addresses, goTo, setFarewell });
  useRatingKeys(() => go(next));
  const onPick = (agent: AgentSeat, turn: number, isOn: boolean) => pickTurn(saver, agent, dimension.id, turn, isOn);
  const evidence = (agent: AgentSeat) => ratingOf(draft.ratings, agent, dimension.id).evidence;
  return (
    <RatingLayout
      view={view}
      dimension={dimension}
      dimensions={dimensions}
      where={[...props.where, timeLeft(props, draft)]}
      status={<SaveStatus snapshot={draft} isLive={isLive} />}
      notice={
        <LeaseNotice
          endsAt={draft.leaseEndsAt}
          canExtend={props.lease.extensionsLeft > 0}
          onExtend={() => extendLease(addresses.extend, props.assignmentId, saver)}
        />
      }
      contact={props.contact}
      hasSkip
      first={firstPane(props)}
      guidelines={addresses}
      reading={
        <ReadingPane
          episode={episode}
          evidence={{ 1: evidence(1), 2: evidence(2) }}
          shownTurn={shownTurn}
          onPick={onPick}
        />
      }
      form={
        <RoomForm
          {...{ props, dimension, index, draft, saver, isLive, farewell, go, onPick }}
          onShowTurn={(turn, agent) => {
            view.setPane("conversation");
            setShownTurn(turn);
            requestAnimationFrame(() => showTurn(turn, agent));
          }}
        />
      }
    />
  );
}

type RoomFormProps = {
  props: RatingRoomProps;
  dimension: Dimension;
  index: number;
  draft: DraftSnapshot;
  saver: DraftSaver;
  isLive: boolean;
  farewell: string;
  go(to: string): void;
  onPick(agent: AgentSeat, turn: number, isOn: boolean): void;
  onShowTurn(turn: number, agent: AgentSeat | null): void;
};

function RoomForm({ props, dimension, index, draft, saver, isLive, farewell, go, onPick, onShowTurn }: RoomFormProps) {
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
      isLive={isLive}
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
          isLive={isLive}
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

/** "about 9 minutes left": falls as dimensions are answered. */
function timeLeft({ effort, dimensions }: RatingRoomProps, draft: DraftSnapshot): string {
  const minutes = minutesLeft({
    ...effort,
    answeredShare: answeredShare(Object.values(draft.ratings), dimensions.length),
  });
  return `about ${plural(minutes, "minute")} left`;
}

/** The two buttons at the foot: to the dimension before, and to the one after or to the review. */
function waysOn(dimensions: readonly Dimension[], index: number) {
  const [before, after] = [dimensions[index - 1], dimensions[index + 1]];
  return {
    back: before ? { go: goToDimension(before.id), label: before.name } : null,
    next: after
      ? { go: goToDimension(after.id), label: `Next: ${after.name}` }
      : { go: "review", label: "Review and submit" },
  };
}

function pickTurn(saver: DraftSaver, agent: AgentSeat, dimension: string, turn: number, isOn: boolean): void {
  const others = ratingOf(saver.getSnapshot().ratings, agent, dimension).evidence.filter((each) => each !== turn);
  saver.change(agent, dimension, { evidence: isOn ? [...others, turn].sort((a, b) => a - b) : others });
}

/** A narrow screen begins with the conversation, until something was rated. */
function firstPane({ draft, problems }: RatingRoomProps): Pane {
  return draft.ratings.some((rating) => rating.score !== null) || Object.keys(problems).length > 0
    ? "rating"
    : "conversation";
}

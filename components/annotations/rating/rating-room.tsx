"use client";
import { useState } from "react";
import { plural } from "#components/ui/format.ts";
import { useIsAlive } from "#components/ui/use-is-alive.ts";
import { answeredShare } from "#lib/domain/annotations/completeness.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import { minutesLeft } from "#lib/domain/studies/leases.ts";
import type { DraftSaver } from "../saving/draft-saver.ts";
import type { DraftSnapshot } from "../saving/draft-types.ts";
import { extendLease } from "../saving/extend-lease.ts";
import { LeaseNotice } from "./lease-notice.tsx";
import { leaveRoom } from "./leave-room.ts";
import { RatingLayout, useRatingView } from "./rating-layout.tsx";
import { ratingOf } from "./rating-progress.ts";
import type { Pane } from "./rating-top.tsx";
import { ReadingPane } from "./reading-pane.tsx";
import { RoomForm } from "./room-form.tsx";
import type { RatingRoomProps } from "./room-props.ts";
import { SaveStatus } from "./save-status.tsx";
import { showTurn } from "./show-turn.ts";
import { useDimensionInHand } from "./use-dimension-in-hand.ts";
import { useDraft } from "./use-draft.ts";
import { useRatingKeys } from "./use-rating-keys.ts";
import { useTypedBefore } from "./use-typed-before.ts";
import { useWorkingTime } from "./use-working-time.ts";
import { waysOn } from "./ways-on.ts";

/** The room in which one episode is rated: conversation on one side, one dimension for both agents on the other. */
export function RatingRoom(props: RatingRoomProps) {
  const { episode, dimensions, addresses } = props;
  const isAlive = useIsAlive();
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
      status={<SaveStatus snapshot={draft} isAlive={isAlive} />}
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
          {...{ props, dimension, index, draft, saver, isAlive, farewell, go, onPick }}
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

/** "about 9 minutes left": falls as dimensions are answered. */
function timeLeft({ effort, dimensions }: RatingRoomProps, draft: DraftSnapshot): string {
  const minutes = minutesLeft({
    ...effort,
    answeredShare: answeredShare(Object.values(draft.ratings), dimensions.length),
  });
  return `about ${plural(minutes, "minute")} left`;
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

import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import { GoalsBar } from "./goals-bar.tsx";
import { PickedTurn } from "./picked-turn.tsx";
import { namesBySeat, type RatedEpisode, shortNames } from "./rating-view.ts";
import { Scene } from "./scene.tsx";

/** What is read: the situation, the people, the conversation with its boxes for evidence. */
export function ReadingPane({
  episode,
  evidence,
  shownTurn,
  onPick,
}: {
  episode: RatedEpisode;
  /** Turns picked for the dimension in hand, by agent. */
  evidence: Record<AgentSeat, readonly number[]>;
  shownTurn: number | null;
  onPick(agent: AgentSeat, turn: number, isOn: boolean): void;
}) {
  const names = namesBySeat(episode.agents);
  const short = shortNames(names);
  return (
    <section id="conversation" aria-label="Conversation" tabIndex={-1} className="rating-pane @container outline-none">
      <div className="mx-auto max-w-[46rem] px-4 pt-6 pb-16 sm:px-8">
        <a
          href="#rating"
          className="sr-only rounded-control bg-surface px-3 py-2 text-sm focus:not-sr-only focus:mb-3 focus:inline-block"
        >
          Skip to the rating
        </a>
        <Scene episode={episode} />
        <GoalsBar episode={episode} short={short} />
        {episode.turns.length === 0 ? (
          <p className="mt-4 text-ink-2">Nobody said or did anything in this conversation.</p>
        ) : (
          <ol aria-label="Turns" className="-mx-3 mt-2 space-y-0.5">
            {episode.turns.map((turn) => (
              <PickedTurn
                key={turn.number}
                turn={turn}
                names={names}
                short={short}
                isPicked={{ 1: evidence[1].includes(turn.number), 2: evidence[2].includes(turn.number) }}
                isShown={shownTurn === turn.number}
                onPick={onPick}
              />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

import { AGENT_TEXT } from "#components/episodes/agent-hue.ts";
import { SeenByOther } from "#components/episodes/seen-by-other.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import { type RatedAgent, type RatedEpisode, SEATS } from "./rating-view.ts";
import { Private, Relationship } from "./scene.tsx";

/**
 * The head of the transcript: it stays in sight while the conversation scrolls, says in one line what each agent
 * privately wants, and unfolds into the situation with goals and secrets. A native disclosure, so it needs no script.
 */
export function GoalsBar({ episode, short }: { episode: RatedEpisode; short: Record<AgentSeat, string> }) {
  return (
    <details className="rating-goals group z-10 -mx-3 mt-7 border-line border-b bg-paper px-3">
      <summary className="flex list-none items-center gap-3 py-2.5 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1 text-sm">
          {SEATS.map((seat) => (
            <span key={seat} className="block truncate">
              <b className={classNames("font-semibold", AGENT_TEXT[seat])}>
                <bdi>{short[seat]}</bdi>’s goal:
              </b>{" "}
              <span className="text-ink-2">{(episode.agents[seat - 1] as RatedAgent).goal || "none is told"}</span>
            </span>
          ))}
        </span>
        <span className="flex h-9 shrink-0 items-center gap-1.5 rounded-control border border-line-strong bg-surface px-3 text-sm font-semibold">
          <span className="group-open:hidden">
            Situation<span className="sr-only">, goals and secrets</span>
          </span>
          <span className="hidden group-open:inline">
            Close<span className="sr-only"> situation, goals and secrets</span>
          </span>
        </span>
      </summary>
      <div className="absolute inset-x-0 top-full max-h-[60vh] overflow-y-auto rounded-b-surface border border-line bg-surface p-4 shadow-lg">
        <p className="font-text text-lg whitespace-pre-wrap" dir="auto">
          {episode.scenario}
        </p>
        <Relationship value={episode.relationship ?? null} />
        {SEATS.map((seat) => {
          const agent = episode.agents[seat - 1] as RatedAgent;
          return (
            <div key={seat} className="mt-4">
              <h3 className={classNames("text-sm font-semibold", AGENT_TEXT[seat])}>
                <bdi>{agent.name}</bdi>
              </h3>
              <dl className="mt-1.5 space-y-1.5 text-sm">
                <Private seat={seat} label="Private goal" text={agent.goal} silent="No goal is given." />
                <Private seat={seat} label="Secret" text={agent.secret} silent="No secret is given." />
              </dl>
              <SeenByOther agent={agent} other={(episode.agents[2 - seat] as RatedAgent).name} />
            </div>
          );
        })}
      </div>
    </details>
  );
}

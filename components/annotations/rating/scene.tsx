import { AGENT_SOFT, AGENT_TEXT } from "#components/episodes/agent-hue.ts";
import { SeenByOther } from "#components/episodes/seen-by-other.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import { type RatedAgent, type RatedEpisode, SEATS } from "./rating-view.ts";

/** The situation and both people, with what is private to each marked as private. */
export function Scene({ episode }: { episode: RatedEpisode }) {
  return (
    <section aria-label="The situation">
      <h2 className="text-xs font-semibold text-ink-2">The situation</h2>
      <p className="mt-1.5 font-text text-xl leading-snug whitespace-pre-wrap" dir="auto">
        {episode.scenario}
      </p>
      <Relationship value={episode.relationship ?? null} />
      <div className="mt-5 grid gap-3 @xl:grid-cols-2">
        {SEATS.map((seat) => (
          <Person
            key={seat}
            seat={seat}
            agent={episode.agents[seat - 1] as RatedAgent}
            other={(episode.agents[2 - seat] as RatedAgent).name}
          />
        ))}
      </div>
    </section>
  );
}

/** What the two were to each other before the first word. */
export function Relationship({ value }: { value: string | null }) {
  if (value === null) return null;
  return (
    <p className="mt-2 text-sm text-ink-2">
      <span className="font-semibold">What they were to each other:</span> {value}
    </p>
  );
}

function Person({ seat, agent, other }: { seat: AgentSeat; agent: RatedAgent; other: string }) {
  return (
    <div className="flex min-w-0 flex-col rounded-surface border border-line bg-surface p-4">
      <h3 className={classNames("text-base font-semibold", AGENT_TEXT[seat])}>
        <bdi>{agent.name}</bdi>
      </h3>
      <p className="mt-1 text-sm text-ink-2 whitespace-pre-wrap" dir="auto">
        {agent.background || "Nothing is told about this person."}
      </p>
      <dl className="mt-3 space-y-2 text-sm">
        <Private seat={seat} label="Private goal" text={agent.goal} silent="No goal is given." />
        <Private seat={seat} label="Secret" text={agent.secret} silent="No secret is given." />
      </dl>
      <SeenByOther agent={agent} other={other} />
    </div>
  );
}

/** What only one of the two knows. */
export function Private({
  seat,
  label,
  text,
  silent,
}: {
  seat: AgentSeat;
  label: string;
  text: string;
  silent: string;
}) {
  return (
    <div className={classNames("rounded-control px-3 py-2", AGENT_SOFT[seat])}>
      <dt className={classNames("text-xs font-semibold", AGENT_TEXT[seat])}>{label}</dt>
      <dd className="mt-0.5 text-ink whitespace-pre-wrap" dir="auto">
        {text || silent}
      </dd>
    </div>
  );
}

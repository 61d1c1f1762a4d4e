import { classNames } from "#components/ui/class-names.ts";
import type { AgentSeat, EpisodeAgent } from "#lib/domain/episodes/episode.ts";
import { AGENT_SOFT, AGENT_TEXT } from "./agent-hue.ts";
import { SeenByOther } from "./seen-by-other.tsx";

const SEATS: readonly AgentSeat[] = [1, 2];

/** Both people of an episode: what each is, what is private to each, and what the other one could see. */
export function ProfilePair({
  agents,
  policies,
}: {
  agents: readonly [EpisodeAgent, EpisodeAgent];
  policies: readonly [string | null, string | null];
}) {
  return (
    <div className="grid gap-3 md:grid-cols-2">
      {SEATS.map((seat) => (
        <Person
          key={seat}
          seat={seat}
          agent={agents[seat - 1] as EpisodeAgent}
          other={agents[2 - seat] as EpisodeAgent}
          policy={policies[seat - 1] ?? null}
        />
      ))}
    </div>
  );
}

function Person({
  seat,
  agent,
  other,
  policy,
}: {
  seat: AgentSeat;
  agent: EpisodeAgent;
  other: EpisodeAgent;
  policy: string | null;
}) {
  return (
    <section
      aria-label={agent.name}
      className="flex min-w-0 flex-col rounded-surface border border-line bg-surface p-4 text-sm"
    >
      <h3 className={classNames("text-base", AGENT_TEXT[seat])}>
        <bdi>{agent.name}</bdi>
      </h3>
      <p className="text-xs text-ink-2">
        Agent {seat} · {policy ? `played by ${policy}` : "policy not stated"}
      </p>
      <p className="mt-2 whitespace-pre-wrap text-ink-2" dir="auto">
        {agent.background || "The record tells nothing about this person."}
      </p>
      <dl className="mt-3 space-y-2">
        <PrivatePart seat={seat} label="Private goal" text={agent.goal} />
        <PrivatePart seat={seat} label="Private secret" text={agent.secret} />
      </dl>
      <SeenByOther agent={agent} other={other.name} />
    </section>
  );
}

/** What only this agent knew. */
function PrivatePart({ seat, label, text }: { seat: AgentSeat; label: string; text: string }) {
  return (
    <div className={classNames("rounded-control px-3 py-2", AGENT_SOFT[seat])}>
      <dt className={classNames("text-xs font-semibold", AGENT_TEXT[seat])}>{label}</dt>
      <dd className="mt-0.5 whitespace-pre-wrap" dir="auto">
        {text || "None is told."}
      </dd>
    </div>
  );
}

import type { AgentProfile } from "#lib/domain/scenarios/agent-profile.ts";
import { agentDisplayName } from "#lib/domain/scenarios/agent-profile.ts";

/** The pairs of characters that are meant for a scenario, by name where their profiles are here. */
export function CharacterList({
  combos,
  characters,
}: {
  combos: readonly string[][];
  characters: readonly AgentProfile[];
}) {
  if (combos.length === 0) return null;
  const nameOf = (sourceId: string | undefined) => {
    const profile = characters.find((character) => character.sourceId === sourceId);
    return profile ? agentDisplayName(profile) : (sourceId ?? "nobody");
  };
  return (
    <section aria-labelledby="characters">
      <h2 id="characters" className="mb-2 text-lg">
        Characters meant for it
      </h2>
      <ul className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {combos.map((pair) => (
          <li key={pair.join(" ")}>
            <bdi>{nameOf(pair[0])}</bdi> and <bdi>{nameOf(pair[1])}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

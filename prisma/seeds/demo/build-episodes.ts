import type { EpisodeAgent } from "#lib/domain/episodes/episode.ts";
import type { AgentProfile } from "#lib/domain/scenarios/agent-profile.ts";
import { agentDisplayName } from "#lib/domain/scenarios/agent-profile.ts";
import { backgroundSeenByOther, ownBackground, splitSecret } from "#lib/domain/scenarios/visibility.ts";
import { DEMO_AGENT_PROFILES } from "./agent-profiles.ts";
import { parseRatings, parseScript } from "./parse.ts";
import { DEMO_SCENARIOS } from "./scenarios.ts";
import { DEMO_JUDGE, DEMO_PARTNER, DEMO_SETTINGS } from "./settings.ts";
import type { DemoEpisode, DemoScenario, WrittenEpisode } from "./types.ts";

/** The element with this key, or an error: the data files name each other by id. */
function must<T>(found: T | undefined, id: string): T {
  if (!found) throw new Error(`The demo data names ${id}, which does not exist.`);
  return found;
}

/** One seated character as the episode stores it, with what the other could see of it. */
function seat(profile: AgentProfile, scenario: DemoScenario, index: 0 | 1): EpisodeAgent {
  return {
    name: agentDisplayName(profile),
    profileSourceId: profile.sourceId,
    background: splitSecret(ownBackground(profile), profile.firstName).background,
    secret: profile.secret,
    goal: scenario.agentGoals[index],
    seenByOther: backgroundSeenByOther(profile, scenario.relationship ?? 0).trim(),
  };
}

/** Puts a written episode together with its scenario and characters. Throws when it names something unknown. */
export function buildEpisode(written: WrittenEpisode): DemoEpisode {
  const setting = must(
    DEMO_SETTINGS.find((one) => one.id === written.setting),
    written.setting,
  );
  const scenario = must(
    DEMO_SCENARIOS.find((one) => one.sourceId === setting.scenarioSourceId),
    setting.scenarioSourceId,
  );
  const [first, second] = setting.agentSourceIds.map((id) =>
    must(
      DEMO_AGENT_PROFILES.find((one) => one.sourceId === id),
      id,
    ),
  ) as [AgentProfile, AgentProfile];
  return {
    sourceId: written.sourceId,
    scenarioSourceId: scenario.sourceId,
    agentSourceIds: setting.agentSourceIds,
    policies: setting.policySeat === 1 ? [written.policy, DEMO_PARTNER] : [DEMO_PARTNER, written.policy],
    relationship: scenario.relationship ?? 0,
    document: {
      scenario: scenario.scenario,
      agents: [seat(first, scenario, 0), seat(second, scenario, 1)],
      turns: parseScript(written.script),
    },
    judgment: { judge: DEMO_JUDGE, ratings: parseRatings(written.judged) },
  };
}

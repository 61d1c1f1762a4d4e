import { FINISHED_MARKET } from "./annotations/finished-market.ts";
import { FINISHED_PARTY } from "./annotations/finished-party.ts";
import { FINISHED_SHIFT } from "./annotations/finished-shift.ts";
import { FINISHED_TRAIL } from "./annotations/finished-trail.ts";
import { HALF_DONE_FIRST } from "./annotations/half-done-first.ts";
import { HALF_DONE_SECOND } from "./annotations/half-done-second.ts";
import { HALF_DONE_THIRD } from "./annotations/half-done-third.ts";
import { buildAnnotations } from "./build-annotations.ts";
import { buildEpisode } from "./build-episodes.ts";
import { DOOR_EPISODES } from "./episodes/door.ts";
import { FAMILY_AND_FRIENDS_EPISODES } from "./episodes/family-and-friends.ts";
import { MARKET_EPISODES } from "./episodes/market.ts";
import { POSTER_AND_SHIFT_EPISODES } from "./episodes/poster-and-shift.ts";
import { THERMOSTAT_EPISODES } from "./episodes/thermostat.ts";
import { TRAIL_AND_WALL_EPISODES } from "./episodes/trail-and-wall.ts";
import type { DemoAnnotation, DemoEpisode } from "./types.ts";

export { DEMO_AGENT_PROFILES } from "./agent-profiles.ts";
export { DEMO_RELATIONSHIPS } from "./relationships.ts";
export { DEMO_SCENARIOS } from "./scenarios.ts";
export { DEMO_COMBOS, DEMO_JUDGE, DEMO_JUDGE_VERSION, DEMO_SETTINGS } from "./settings.ts";
export { DEMO_STUDIES } from "./studies.ts";

/** The twenty-four demo episodes with their judgments, in order of their ids. */
export const DEMO_EPISODES: DemoEpisode[] = [
  ...MARKET_EPISODES,
  ...POSTER_AND_SHIFT_EPISODES,
  ...DOOR_EPISODES,
  ...THERMOSTAT_EPISODES,
  ...TRAIL_AND_WALL_EPISODES,
  ...FAMILY_AND_FRIENDS_EPISODES,
].map(buildEpisode);

/** All human ratings of the demo: 24 annotations of the finished study, 10 and a draft of the half-done one. */
export const DEMO_ANNOTATIONS: DemoAnnotation[] = buildAnnotations([
  ...FINISHED_MARKET,
  ...FINISHED_SHIFT,
  ...FINISHED_TRAIL,
  ...FINISHED_PARTY,
  ...HALF_DONE_FIRST,
  ...HALF_DONE_SECOND,
  ...HALF_DONE_THIRD,
]);

import { isHardScenarioId } from "../scenarios/hard.ts";
import type { ParsedEpisode } from "./import/parsed-row.ts";

/**
 * Whether an episode belongs to SOTOPIA-hard: its scenario's id says so, and its text is that scenario's. In a study
 * record the prompt IS the text, so a foreign prompt means that another scenario was played.
 */
export function isHardEpisode(episode: ParsedEpisode): boolean {
  if (episode.shape === "study-partial" && episode.rewardsPromptMark === "foreign") return false;
  return isHardScenarioId(episode.environmentSourceId);
}

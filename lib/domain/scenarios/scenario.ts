import { z } from "zod";
import { relationshipSchema } from "./relationship.ts";

/**
 * A social situation (SOTOPIA's EnvironmentProfile). `scenario` and `agentGoals` may carry viewer tags and hints:
 * never show them without `renderTags`. `agentGoals[0]` is the goal of seat 1. The constraints are the source's
 * text, null when it says none.
 */
export const scenarioSchema = z.object({
  sourceId: z.string().min(1),
  codename: z.string(),
  source: z.string(),
  scenario: z.string().min(1),
  agentGoals: z.tuple([z.string(), z.string()]),
  relationship: relationshipSchema.nullable(),
  ageConstraint: z.string().nullable(),
  occupationConstraint: z.string().nullable(),
  agentConstraint: z.string().nullable(),
  tag: z.string(),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** A scenario with the two characters to seat in it (SOTOPIA's EnvAgentComboStorage): seat 1 first. */
export const scenarioComboSchema = z.object({
  sourceId: z.string().min(1),
  scenarioSourceId: z.string().min(1),
  agentSourceIds: z.tuple([z.string().min(1), z.string().min(1)]),
});
export type ScenarioCombo = z.infer<typeof scenarioComboSchema>;

/** SOTOPIA's text for “anybody of working age”, which means that there is no age constraint. */
export const NO_AGE_CONSTRAINT = "[(18, 70), (18, 70)]";

import { z } from "zod";

/**
 * A character (SOTOPIA's AgentProfile). Empty string = the source is silent; `age` is in years, null when not given;
 * `gender` is `Man`, `Woman`, `Nonbinary` or the source's own word; `secret` is private to the character.
 */
export const agentProfileSchema = z.object({
  sourceId: z.string().min(1),
  firstName: z.string().min(1),
  lastName: z.string(),
  age: z.int().min(0).max(200).nullable(),
  occupation: z.string(),
  gender: z.string(),
  genderPronoun: z.string(),
  publicInfo: z.string(),
  bigFive: z.string(),
  moralValues: z.array(z.string()),
  schwartzPersonalValues: z.array(z.string()),
  personalityAndValues: z.string(),
  decisionMakingStyle: z.string(),
  secret: z.string(),
  mbti: z.string(),
  tag: z.string(),
});
export type AgentProfile = z.infer<typeof agentProfileSchema>;

/** The name a character goes by in every transcript: first and last name with one blank between. */
export function agentDisplayName(profile: Pick<AgentProfile, "firstName" | "lastName">): string {
  return `${profile.firstName} ${profile.lastName}`.trim();
}

import { z } from "zod";

/** SOTOPIA's action strings. */
export const ACTION_TYPES = ["speak", "non-verbal communication", "action", "leave", "none"] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

/** Which seat an agent has in an episode: 1 or 2. Everything about an agent is keyed by seat, never by name. */
export const agentSeatSchema = z.union([z.literal(1), z.literal(2)]);
export type AgentSeat = z.infer<typeof agentSeatSchema>;

/**
 * One agent's action at one position of an episode. `number` counts from 1 without gaps over the turns that are kept;
 * `agent` is the seat; `text` is the utterance or the description, empty for `leave` and `none`.
 */
export const turnSchema = z.object({
  number: z.int().min(1),
  agent: agentSeatSchema,
  type: z.enum(ACTION_TYPES),
  text: z.string(),
});
export type Turn = z.infer<typeof turnSchema>;

/**
 * What an episode says about one of its two agents, as far as its source tells. Empty string = the source is silent.
 * `background` is the public and personal description without the secret; `seenByOther` is what the other agent
 * could see of it (null when the source does not tell); `goal` and `secret` are private to the agent.
 */
const episodeAgentSchema = z.object({
  name: z.string().min(1),
  profileSourceId: z.string().nullable(),
  background: z.string(),
  secret: z.string(),
  goal: z.string(),
  seenByOther: z.string().nullable(),
});
export type EpisodeAgent = z.infer<typeof episodeAgentSchema>;

/** The document part of an episode: stored as JSON, parsed again with this schema on the way out. */
export const episodeDocumentSchema = z.object({
  scenario: z.string(),
  agents: z.tuple([episodeAgentSchema, episodeAgentSchema]),
  turns: z.array(turnSchema),
});
export type EpisodeDocument = z.infer<typeof episodeDocumentSchema>;

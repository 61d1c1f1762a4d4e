import { z } from "zod";
import { type EpisodeDocument, turnSchema } from "#lib/domain/episodes/episode.ts";

/**
 * An episode as annotators see it. Strict: a field that is not named here is refused, so that nothing which tells a
 * policy, a model, a judge or a source can slip in. Goals and secrets are shown, as judges see them too.
 */
export const blindEpisodeSchema = z.strictObject({
  scenario: z.string(),
  /** What the two were to each other, in words; null where the source does not tell. */
  relationship: z.string().nullable(),
  agents: z.tuple([blindAgentSchema(), blindAgentSchema()]),
  turns: z.array(z.strictObject(turnSchema.shape)),
});
export type BlindEpisode = z.infer<typeof blindEpisodeSchema>;

function blindAgentSchema() {
  return z.strictObject({
    name: z.string(),
    background: z.string(),
    secret: z.string(),
    goal: z.string(),
    seenByOther: z.string().nullable(),
  });
}

/** Builds what annotators may see of an episode, field by field; `relationship` in words, null where nobody knows. */
export function blindEpisode(document: EpisodeDocument, relationship: string | null): BlindEpisode {
  const [first, second] = document.agents;
  return {
    scenario: document.scenario,
    relationship,
    agents: [blindAgent(first), blindAgent(second)],
    turns: document.turns.map(({ number, agent, type, text }) => ({ number, agent, type, text })),
  };
}

function blindAgent({
  name,
  background,
  secret,
  goal,
  seenByOther,
}: EpisodeDocument["agents"][number]): BlindEpisode["agents"][number] {
  return { name, background, secret, goal, seenByOther };
}

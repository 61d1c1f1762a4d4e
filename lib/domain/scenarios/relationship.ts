import { z } from "zod";

/** What two characters are to each other before they meet, in the order of SOTOPIA's integers 0 to 5. */
const RELATIONSHIP_NAMES = [
  "stranger",
  "know_by_name",
  "acquaintance",
  "friend",
  "romantic_relationship",
  "family_member",
] as const;
/** One of {@link RELATIONSHIP_NAMES}. */
export type RelationshipName = (typeof RELATIONSHIP_NAMES)[number];

/** A relationship as SOTOPIA stores it: an integer, 0 (stranger) to 5 (family member). */
export const relationshipSchema = z.int().min(0).max(5);

const LABELS: Record<RelationshipName, string> = {
  stranger: "Strangers",
  know_by_name: "Know each other by name",
  acquaintance: "Acquaintances",
  friend: "Friends",
  romantic_relationship: "In a romantic relationship",
  family_member: "Family",
};

/** The name of a relationship integer, or null for an unknown one. */
export function relationshipName(relationship: number): RelationshipName | null {
  return RELATIONSHIP_NAMES[relationship] ?? null;
}

/** A relationship in words for the screen; “Not known” for null or an integer outside 0 to 5. */
export function relationshipLabel(relationship: number | null): string {
  const name = relationship === null ? null : relationshipName(relationship);
  return name ? LABELS[name] : "Not known";
}

/**
 * A story that ties two particular characters together (SOTOPIA's RelationshipProfile). The order of the two ids is
 * the order in which they are seated. A pair may have several, with different relationships.
 */
export const relationshipProfileSchema = z.object({
  sourceId: z.string().min(1),
  agentSourceIds: z.tuple([z.string().min(1), z.string().min(1)]),
  relationship: relationshipSchema,
  backgroundStory: z.string().nullable(),
});
export type RelationshipProfile = z.infer<typeof relationshipProfileSchema>;

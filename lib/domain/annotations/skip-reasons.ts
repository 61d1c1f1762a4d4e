/** Why an annotator may give a conversation back. */
export const SKIP_REASONS = ["cannot_follow", "broken_text", "upsetting", "seen_before", "no_time", "other"] as const;
/** One of {@link SKIP_REASONS}. */
export type SkipReason = (typeof SKIP_REASONS)[number];

/** How each reason reads on the form and in a study's monitor. */
export const SKIP_REASON_LABELS: Record<SkipReason, string> = {
  cannot_follow: "I cannot follow the conversation",
  broken_text: "The text is broken or not in English",
  upsetting: "The content upsets me",
  seen_before: "I have seen this conversation before",
  no_time: "I have no time to finish it",
  other: "Another reason",
};

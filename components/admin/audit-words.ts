/** What the log calls an action and what a reader is told. Actions without an entry are shown by their own name. */
export const AUDIT_ACTION_WORDS: Readonly<Record<string, string>> = {
  "analyses.archive": "Archived an analysis",
  "analyses.create": "Made an analysis",
  "analyses.export": "Exported an analysis",
  "analyses.restore": "Restored an analysis",
  "analyses.update": "Changed an analysis",
  "annotations.exclude": "Excluded an annotation",
  "annotations.exclude-annotator": "Excluded an annotator’s annotations",
  "annotations.export": "Exported annotations",
  "annotations.include": "Counted an annotation again",
  "annotations.include-annotator": "Counted an annotator’s annotations again",
  "annotations.mark-pilot-passed": "Decided who passed a pilot",
  "annotations.withdraw-annotator": "Withdrew an annotator",
  "api-tokens.create": "Made an API token",
  "api-tokens.revoke": "Revoked an API token",
  "demo.remove": "Removed the demo",
  "demo.seed": "Added the demo",
  "episodes.cancel-import": "Stopped an import of episodes",
  "episodes.decide-conflicts": "Decided conflicts of an import",
  "episodes.import": "Imported episodes",
  "episodes.resolve-conflict": "Decided the conflict of an episode",
  "episodes.retry-import": "Let an import of episodes go on",
  "invitations.accept": "Accepted an invitation",
  "invitations.create": "Invited somebody",
  "invitations.revoke": "Revoked an invitation",
  "judges.name-version": "Named the version of a judge",
  "panel-identities.export": "Exported panel identities",
  "panel-identities.purge": "Deleted panel identities",
  "personal-links.create": "Made personal links",
  "personal-links.revoke": "Revoked a personal link",
  "ratings.cancel-import": "Stopped an import of ratings",
  "ratings.confirm-mapping": "Confirmed the columns of ratings",
  "ratings.delete-import": "Deleted an import of ratings",
  "ratings.exclude-rater": "Excluded a rater",
  "ratings.import": "Imported ratings",
  "ratings.include-rater": "Counted a rater again",
  "ratings.retry-import": "Let an import of ratings go on",
  "sessions.end": "Ended a session",
  "sessions.end-all": "Ended all sessions of somebody",
  "sessions.sign-in": "Signed in",
  "studies.add-items": "Added items to a study",
  "studies.clone": "Cloned a study",
  "studies.close": "Closed a study",
  "studies.create": "Made a study",
  "studies.delete-draft": "Deleted the draft of a study",
  "studies.draw-items": "Drew the items of a study",
  "studies.launch": "Launched a study",
  "studies.pause": "Paused a study",
  "studies.raise-annotations-per-item": "Asked for more annotations per item",
  "studies.resume": "Resumed a study",
  "studies.update": "Changed the draft of a study",
  "users.change-password": "Changed a password",
  "users.change-role": "Changed a role",
  "users.create": "Made an account",
  "users.disable": "Disabled an account",
  "users.enable": "Enabled an account",
  "users.set-up": "Set up the first account",
};

/** An action as a reader is told of it. */
export function auditActionWords(action: string): string {
  return AUDIT_ACTION_WORDS[action] ?? action;
}

/** What somebody is or a thing is called, where its name in the log is not the word: `rating-import` → “rating import”. */
export function auditSubjectWords(kind: string): string {
  return kind === "import" ? "episode import" : kind.replaceAll("-", " ").replace(/^api /, "API ");
}

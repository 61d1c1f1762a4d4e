import { ADMIN, type Caller, EVERYBODY, READERS, WRITERS } from "#tests/unit/access/roles.ts";

/** Who may use a server action; `form` holds the least that leads it to its operation. */
type Entry = { who: readonly Caller[]; form?: Record<string, string> };

const STUDY = "app/studies/[studyId]/actions.ts";

/** Who may use which server action, by file and name; an action that is not here fails the test. */
export const ACTIONS: Record<string, Entry> = {
  "app/(auth)/actions.ts joinAction": { who: EVERYBODY },
  "app/(auth)/actions.ts signInAction": { who: EVERYBODY },
  "app/account/actions.ts changePasswordAction": { who: READERS },
  "app/account/actions.ts createTokenAction": { who: READERS },
  "app/account/actions.ts endSessionAction": { who: READERS },
  "app/account/actions.ts renameAction": { who: READERS },
  "app/account/actions.ts revokeTokenAction": { who: READERS },
  "app/admin/people/actions.ts inviteAction": { who: ADMIN },
  "app/admin/people/actions.ts managePersonAction": { who: ADMIN, form: { step: "role" } },
  "app/admin/people/actions.ts revokeInvitationAction": { who: ADMIN },
  "app/analysis/actions.ts archiveAnalysisAction": { who: WRITERS },
  "app/analysis/actions.ts createAnalysisAction": { who: WRITERS },
  "app/analysis/actions.ts drawNextItemsAction": { who: WRITERS },
  "app/analysis/actions.ts saveFiltersAction": { who: WRITERS },
  "app/analysis/actions.ts updateAnalysisAction": { who: WRITERS },
  "app/close-database-note-action.ts closeDatabaseNoteAction": { who: READERS },
  "app/episodes/actions.ts cancelImportAction": { who: WRITERS },
  "app/episodes/actions.ts decideConflictsAction": { who: WRITERS, form: { keep: "newer" } },
  "app/episodes/actions.ts resolveConflictAction": { who: WRITERS },
  "app/episodes/actions.ts retryImportAction": { who: WRITERS },
  "app/ratings/actions.ts cancelRatingImportAction": { who: WRITERS },
  "app/ratings/actions.ts deleteRatingImportAction": { who: WRITERS },
  "app/ratings/actions.ts excludeRaterAction": { who: WRITERS },
  "app/ratings/actions.ts includeRaterAction": { who: WRITERS },
  "app/ratings/actions.ts mapRatingsAction": { who: WRITERS },
  "app/ratings/actions.ts nameJudgeVersionAction": { who: WRITERS, form: { judgeKey: "judge:x", version: "1" } },
  "app/ratings/actions.ts retryRatingImportAction": { who: WRITERS },
  "app/remove-demo-action.ts removeDemoAction": { who: WRITERS },
  [`${STUDY} cloneStudyAction`]: { who: WRITERS },
  [`${STUDY} closeStudyAction`]: { who: WRITERS },
  [`${STUDY} createLinksForPassedAction`]: { who: WRITERS },
  [`${STUDY} createPersonalLinksAction`]: { who: WRITERS },
  [`${STUDY} deleteDraftAction`]: { who: WRITERS },
  [`${STUDY} excludeAnnotationAction`]: { who: WRITERS },
  [`${STUDY} excludeAnnotatorAction`]: { who: WRITERS },
  [`${STUDY} includeAnnotatorAction`]: { who: WRITERS },
  [`${STUDY} includeAnnotationAction`]: { who: WRITERS },
  [`${STUDY} launchStudyAction`]: { who: WRITERS },
  [`${STUDY} markPilotPassedAction`]: { who: WRITERS },
  [`${STUDY} pauseStudyAction`]: { who: WRITERS },
  [`${STUDY} raiseAnnotationsAction`]: { who: WRITERS },
  [`${STUDY} resumeStudyAction`]: { who: WRITERS },
  [`${STUDY} revokePersonalLinkAction`]: { who: WRITERS },
  [`${STUDY} withdrawAnnotatorAction`]: { who: ADMIN },
  "app/studies/[studyId]/preview/actions.ts startPreviewAction": { who: WRITERS },
  "app/studies/actions.ts addItemsAction": { who: WRITERS },
  "app/studies/actions.ts createStudyAction": { who: WRITERS },
  "app/studies/actions.ts drawStudyItemsAction": { who: WRITERS },
  "app/studies/actions.ts updateStudyAction": { who: WRITERS },
};

/** Actions without a form state: they answer everybody with a redirect and are tested by themselves. */
export const REDIRECTING_ACTIONS = [
  "app/(auth)/actions.ts providerSignInAction",
  "app/sign-out-action.ts signOutAction",
];

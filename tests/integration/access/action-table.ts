import { ADMIN, type Caller, EVERYBODY, READERS, WRITERS } from "#tests/unit/access/roles.ts";

/** Who may use a server action; `form` holds the least that leads it to its operation. */
type Entry = { who: readonly Caller[]; form?: Record<string, string> };

const STUDY = "app/(studio)/studies/[studyId]/actions.ts";

/** Who may use which server action, by file and name; an action that is not here fails the test. */
export const ACTIONS: Record<string, Entry> = {
  "app/(auth)/actions.ts joinAction": { who: EVERYBODY },
  "app/(auth)/actions.ts signInAction": { who: EVERYBODY },
  "app/(studio)/account/actions.ts changePasswordAction": { who: READERS },
  "app/(studio)/account/actions.ts createTokenAction": { who: READERS },
  "app/(studio)/account/actions.ts endSessionAction": { who: READERS },
  "app/(studio)/account/actions.ts renameAction": { who: READERS },
  "app/(studio)/account/actions.ts revokeTokenAction": { who: READERS },
  "app/(studio)/admin/people/actions.ts inviteAction": { who: ADMIN },
  "app/(studio)/admin/people/actions.ts managePersonAction": { who: ADMIN, form: { step: "role" } },
  "app/(studio)/admin/people/actions.ts revokeInvitationAction": { who: ADMIN },
  "app/(studio)/analysis/actions.ts archiveAnalysisAction": { who: WRITERS },
  "app/(studio)/analysis/actions.ts createAnalysisAction": { who: WRITERS },
  "app/(studio)/analysis/actions.ts drawNextItemsAction": { who: WRITERS },
  "app/(studio)/analysis/actions.ts saveFiltersAction": { who: WRITERS },
  "app/(studio)/analysis/actions.ts updateAnalysisAction": { who: WRITERS },
  "app/(studio)/close-database-note-action.ts closeDatabaseNoteAction": { who: READERS },
  "app/(studio)/episodes/actions.ts cancelImportAction": { who: WRITERS },
  "app/(studio)/episodes/actions.ts decideConflictsAction": { who: WRITERS, form: { keep: "newer" } },
  "app/(studio)/episodes/actions.ts resolveConflictAction": { who: WRITERS },
  "app/(studio)/episodes/actions.ts retryImportAction": { who: WRITERS },
  "app/(studio)/ratings/actions.ts cancelRatingImportAction": { who: WRITERS },
  "app/(studio)/ratings/actions.ts deleteRatingImportAction": { who: WRITERS },
  "app/(studio)/ratings/actions.ts excludeRaterAction": { who: WRITERS },
  "app/(studio)/ratings/actions.ts includeRaterAction": { who: WRITERS },
  "app/(studio)/ratings/actions.ts mapRatingsAction": { who: WRITERS },
  "app/(studio)/ratings/actions.ts nameJudgeVersionAction": {
    who: WRITERS,
    form: { judgeKey: "judge:x", version: "1" },
  },
  "app/(studio)/ratings/actions.ts retryRatingImportAction": { who: WRITERS },
  "app/(studio)/remove-demo-action.ts removeDemoAction": { who: WRITERS },
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
  "app/(studio)/studies/[studyId]/preview/actions.ts startPreviewAction": { who: WRITERS },
  "app/(studio)/studies/actions.ts addItemsAction": { who: WRITERS },
  "app/(studio)/studies/actions.ts createStudyAction": { who: WRITERS },
  "app/(studio)/studies/actions.ts drawStudyItemsAction": { who: WRITERS },
  "app/(studio)/studies/actions.ts updateStudyAction": { who: WRITERS },
};

/** Actions without a form state: they answer everybody with a redirect and are tested by themselves. */
export const REDIRECTING_ACTIONS = [
  "app/(auth)/actions.ts providerSignInAction",
  "app/(studio)/sign-out-action.ts signOutAction",
];

import { expect, type Locator, type Page } from "@playwright/test";
import { dimensionSegment } from "#components/annotations/rating/go.ts";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import type { AnnotatorActor } from "#lib/domain/access/annotator-actor.ts";
import type { Stage } from "#lib/domain/studies/outcomes.ts";
import { claimNextItem } from "#lib/operations/visits/claim-next-item.ts";
import { enterStudy } from "#lib/operations/visits/enter-study.ts";
import { getDb } from "#lib/store/db.ts";
import { signVisitCookie } from "#lib/web/annotator-cookie.ts";
import { type MadeStudy, prolificId } from "#tests/factories/study.ts";

/** What a panel says of person `number` in their `session`. */
function panelOf(number: number, session: number) {
  return {
    participantId: prolificId(number),
    panelStudyId: prolificId(77),
    sessionId: prolificId(1_000_000 + session),
  };
}

/** The entry link as a panel calls it for person `number`. */
export function entryLink(study: MadeStudy, number = 1, session = number): string {
  const { participantId, panelStudyId, sessionId } = panelOf(number, session);
  const ids = new URLSearchParams({ PROLIFIC_PID: participantId, STUDY_ID: panelStudyId, SESSION_ID: sessionId });
  return `/annotate/${study.entryToken}?${ids}`;
}

/**
 * Lets a person in as the entry link does, and moves them to a stage of the visit, without a page: the browser only gets
 * the cookie.
 */
export async function arriveAt(page: Page, study: MadeStudy, stage: Stage, number: number): Promise<AnnotatorActor> {
  const panel = panelOf(number, number);
  const entered = await enterStudy(ANONYMOUS, { entryToken: study.entryToken, panel, device: "desktop" });
  const { visitId, annotatorId, studyId } = entered;
  await getDb().annotator.update({ where: { id: annotatorId }, data: { stage, consentedAt: new Date() } });
  const { name, value, path, httpOnly } = await signVisitCookie(entered);
  const domain = new URL(process.env.APP_URL ?? "").hostname;
  await page.context().addCookies([{ name, value, path, httpOnly, sameSite: "Lax", domain }]);
  return { kind: "annotator", visitId, annotatorId, studyId };
}

/** Lets a person in and opens the page that a stage of the visit begins with. */
export async function enterAt(page: Page, study: MadeStudy, stage: Stage, number = 1): Promise<void> {
  await arriveAt(page, study, stage, number);
  await page.goto(`/annotate/${study.entryToken}/start`);
}

/** Lets a person in and opens their first conversation on its first dimension; answers the assignment's id. */
export async function openRating(page: Page, study: MadeStudy, number = 1): Promise<string> {
  const next = await claimNextItem(await arriveAt(page, study, "rating", number), {});
  if (!("assignmentId" in next)) throw new Error(`There was no item to claim: ${next.ended}.`);
  const { assignmentId, firstDimension } = next;
  await page.goto(`/annotate/${study.entryToken}/rate/${assignmentId}/${dimensionSegment(firstDimension ?? "")}`);
  return assignmentId;
}

/** Waits until the page answers to JavaScript. */
export async function untilAlive(page: Page): Promise<void> {
  await expect(page.locator("[data-save-state]")).toHaveAttribute("aria-hidden", "true");
}

/** The group of one agent's scale, evidence and reason, by seat. */
export function agentGroup(page: Page, seat: 1 | 2): Locator {
  return page.locator(`#agent-${seat}`);
}

/**
 * Waits for what the draft in the database holds under a `dimension.agent`. It looks often, because what was typed is
 * sent within a second and looking is cheap.
 */
export function expectStored(assignmentId: string, key: string) {
  return expect.poll(async () => (await storedRatings(assignmentId))[key], { intervals: [50] });
}

/** The draft as the database has it: score, reason and turns by `dimension.agent`. */
export async function storedRatings(assignmentId: string) {
  const annotation = await getDb().annotation.findUnique({ where: { assignmentId }, include: { ratings: true } });
  return Object.fromEntries(
    (annotation?.ratings ?? []).map((rating) => [
      `${rating.dimension}.${rating.agent}`,
      { score: rating.score, rationale: rating.rationale, evidence: rating.evidence },
    ]),
  );
}

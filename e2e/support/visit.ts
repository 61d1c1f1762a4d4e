import { expect, type Locator, type Page } from "@playwright/test";
import type { Stage } from "#lib/domain/studies/outcomes.ts";
import { getDb } from "#lib/store/db.ts";
import { type MadeStudy, prolificId } from "#tests/factories/study.ts";

/** The entry link as a panel calls it for person `number`. */
export function entryLink(study: MadeStudy, number = 1, session = number): string {
  const ids = new URLSearchParams({
    PROLIFIC_PID: prolificId(number),
    STUDY_ID: prolificId(77),
    SESSION_ID: prolificId(1_000_000 + session),
  });
  return `/annotate/${study.entryToken}?${ids}`;
}

/** Enters as a person of one's own and goes straight to a stage of the visit. */
export async function enterAt(page: Page, study: MadeStudy, stage: Stage, number = 1): Promise<void> {
  const before = await getDb().annotator.findMany({ where: { studyId: study.studyId }, select: { id: true } });
  await page.goto(entryLink(study, number));
  const known = before.map(({ id }) => id);
  const mine = await getDb().annotator.findFirst({ where: { studyId: study.studyId, id: { notIn: known } } });
  if (mine) await getDb().annotator.update({ where: { id: mine.id }, data: { stage, consentedAt: new Date() } });
  await page.goto(`/annotate/${study.entryToken}/start`);
}

/** Enters and opens the first conversation on its first dimension; answers the assignment's id. */
export async function openRating(page: Page, study: MadeStudy, number = 1): Promise<string> {
  await enterAt(page, study, "rating", number);
  await page.getByRole("button", { name: "Open the first conversation" }).click();
  await page.waitForURL(/\/rate\/[^/]+\/[^/]+$/);
  const id = /\/rate\/([^/]+)\//.exec(page.url())?.[1];
  if (!id) throw new Error(`There is no assignment in ${page.url()}`);
  return id;
}

/** Waits until the page answers to JavaScript. */
export async function untilAlive(page: Page): Promise<void> {
  await expect(page.locator("[data-save-state]")).toHaveAttribute("aria-hidden", "true");
}

/** The group of one agent's scale, evidence and reason, by seat. */
export function agentGroup(page: Page, seat: 1 | 2): Locator {
  return page.locator(`#agent-${seat}`);
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

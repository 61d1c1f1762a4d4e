import type { EpisodeDocument } from "#lib/domain/episodes/episode.ts";
import { getDb } from "#lib/store/db.ts";
import { makeStudy } from "#tests/factories/study.ts";
import { expectSound } from "./support/accessible.ts";
import { expect, test } from "./support/fixtures.ts";
import { openRating } from "./support/visit.ts";

/** What people meet where the stored text of one episode is damaged. */

/** Makes the last two turns unreadable. */
async function damage(episodeId: string): Promise<void> {
  const record = await getDb().episodeRecord.findUniqueOrThrow({ where: { episodeId } });
  const document = record.document as EpisodeDocument;
  const turns = [...document.turns.slice(0, 2), "hands over", 4];
  await getDb().episodeRecord.update({ where: { episodeId }, data: { document: { ...document, turns } } });
}

test("the episode and its item show what can be read, and say what cannot", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  const { studyId, episodeIds } = await makeStudy({ items: 1 });
  const [episodeId = ""] = episodeIds;
  await damage(episodeId);
  for (const path of [`/episodes/${episodeId}`, `/studies/${studyId}/ratings/1`]) {
    await page.goto(path);
    const callout = page.getByText("The stored text of this episode is damaged").locator("..");
    await expect(callout).toContainText("turns 3: An object is expected. turns 4: An object is expected.");
    await expect(page.getByText("Morning. The tide is early today.")).toBeVisible();
    await expectSound(page, path);
  }
  await page.getByRole("link", { name: "raw record" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Raw record" })).toBeVisible();
  const raw = new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 7]);
  await getDb().episodeRecord.update({ where: { episodeId }, data: { raw } });
  await page.goto(`/episodes/${episodeId}/raw`);
  await expect(page.getByText(/this raw record is damaged/)).toBeVisible();
  const answer = await page.request.get(`/api/v1/episodes/${episodeId}/raw`);
  expect([answer.status(), await answer.text()]).toEqual([503, expect.stringContaining("restore the record")]);
});

test("an annotator gives it back by one press, and goes on with another one", async ({ page }) => {
  const study = await makeStudy({ items: 2, itemsPerAnnotator: 2 });
  const assignmentId = await openRating(page, study);
  const { studyItem } = await getDb().assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    include: { studyItem: true },
  });
  await damage(studyItem.episodeId);
  for (const address of ["", "/goal", "/review"]) {
    await page.goto(`/annotate/${study.entryToken}/rate/${assignmentId}${address}`);
    await expect(page.getByRole("heading", { name: "This conversation cannot be shown" })).toBeVisible();
  }
  await expect(page.getByRole("radio")).toHaveCount(0);
  await expectSound(page, "a damaged conversation");
  await page.getByRole("button", { name: "Give it back" }).click();
  const given = await getDb().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  expect([given.state, given.skipReason]).toEqual(["skipped", "broken_text"]);
  await page.getByRole("button", { name: /^Open the (first|next) conversation$/ }).click();
  await expect(page.locator("#agent-1").getByRole("radio").first()).toBeVisible();
});

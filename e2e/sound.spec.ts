import type { Page } from "@playwright/test";
import { getDb } from "#lib/store/db.ts";
import { makeStudy } from "#tests/factories/study.ts";
import { expectSound } from "./support/accessible.ts";
import { expect, test } from "./support/fixtures.ts";
import { expectLoads, leadTo } from "./support/lead-to.ts";

/*
 * Pages that need nothing but somebody who looks at them. Those of an episode, a study, an analysis and a visit are looked
 * through where they are used.
 */

test("no barrier on the pages of accounts, settings and lists, light and dark, down to 320 px", async ({
  signedInPage,
  newContext,
}) => {
  test.slow();
  const admin = await signedInPage("admin");
  const stranger = await (await newContext()).newPage();
  const pages: [Page, string][] = [
    [stranger, "/sign-in"],
    [stranger, "/invite/none-such"],
    [stranger, "/setup/none-such"],
    [admin, "/"],
    [admin, "/account"],
    [admin, "/admin/people"],
    [admin, "/help/database"],
    [admin, "/admin/audit"],
    [admin, "/ratings"],
    [admin, "/ratings/judges"],
    [admin, "/analysis"],
    [admin, "/analysis/new"],
    [admin, "/analysis/measures"],
    [admin, "/analysis/planner"],
  ];
  for (const [page, path] of pages) {
    await leadTo(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectSound(page, path);
  }
  for (const [page, path] of pages) await expectLoads(page, path);
});

test("no barrier where there is no page, where it is not for this person, and where it broke", async ({
  signedInPage,
  allowConsole,
}) => {
  // What any browser writes about an answer of 404, 403 or 500, and the page about the error that it caught.
  allowConsole(/Failed to load resource|Minified React error|An error occurred in the Server Components render/);
  const page = await signedInPage("analyst");
  const { studyId } = await makeStudy({ state: "draft" });
  await getDb().study.update({ where: { id: studyId }, data: { sampling: 7 } });
  for (const [path, title] of [
    ["/no/such/page", "There is nothing at this address"],
    ["/admin/people", "Your role does not reach this page"],
    [`/studies/${studyId}/settings`, "This page could not be shown"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(title);
    await expectSound(page, path);
  }
});

import type { Page } from "@playwright/test";
import { getDb } from "#lib/store/db.ts";
import { expectSound } from "./support/accessible.ts";
import {
  chooseScore,
  dimensionAt,
  groupsOf,
  openConversation,
  passTheDoor,
  waitUntilSaved,
} from "./support/annotator.ts";
import { expect, test } from "./support/fixtures.ts";
import { expectLoads, leadTo } from "./support/lead-to.ts";

/** The finished demo study, which every fresh database has. */
const FINISHED = "Demo: market, shift, trail and party";

/** The tabs of a study that was launched, with their addresses below the study's own. */
const TABS = {
  Progress: "",
  Items: "/items",
  Annotators: "/annotators",
  Ratings: "/ratings",
  Export: "/export",
  Settings: "/settings",
};

async function openDemo(page: Page, tab: string): Promise<void> {
  const { id } = await getDb().study.findFirstOrThrow({ where: { name: FINISHED } });
  await page.goto(`/studies/${id}`);
  await page.getByRole("navigation", { name: "Study" }).getByRole("link", { name: tab, exact: true }).click();
}

/** Fills in what a new study cannot do without. */
async function fillIn(page: Page, name: string): Promise<void> {
  await page.goto("/studies/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Contact for annotators").fill("study@example.org");
}

async function launch(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Launch study" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Launch study" }).click();
  await expect(page.getByText("annotations are in")).toBeVisible();
}

test("a study is created, looked at as an annotator, launched and watched", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  await fillIn(page, "Harbour pilot");
  // What other stories have imported must not decide what this one draws.
  await page.getByLabel("Demo episodes").selectOption({ label: "Only them" });
  await page.getByLabel("A random sample of them").check();
  await page.getByLabel("Episodes", { exact: true }).fill("3");
  await expect(page.getByRole("status").filter({ hasText: "items" })).toContainText(/\d+ items/);
  await page.getByLabel("Annotations per item").fill("2");
  await page.getByLabel("Items per annotator").fill("1");
  await page.getByLabel("Practice episode").uncheck();
  await page.getByRole("button", { name: "Create draft" }).click();
  await expect(page.getByRole("heading", { name: "Harbour pilot" })).toBeVisible();
  const size = (await page.getByText(/items × 2 annotations/).textContent()) ?? "";
  const places = 2 * Number(/(\d+) items × 2/.exec(size)?.[1]);
  const study = page.url();

  await page.getByRole("link", { name: "Preview as an annotator" }).click();
  await page.getByRole("button", { name: "Start the preview" }).click();
  await expect(page).toHaveURL(/\/annotate\/[\w-]+\/consent/);
  await expect(page.getByText("Preview, nothing is counted")).toBeVisible();
  await passTheDoor(page);
  await openConversation(page, "first");
  for (const { group } of await groupsOf(page, dimensionAt(0))) {
    await chooseScore(group, dimensionAt(0), 5);
    await group.getByRole("textbox").fill("Only to see what it is like.");
  }
  await waitUntilSaved(page);

  // What was rated in the preview took no place, and is gone with the launch.
  await page.goto(study);
  await launch(page);
  await expect(page.getByText(`0 of ${places} annotations are in`)).toBeVisible();
  await expect(page.getByText("Nobody has opened a link yet.")).toBeVisible();
  const own = { studyId: new URL(study).pathname.split("/").at(-1) ?? "" };
  const db = getDb();
  expect([await db.annotator.count({ where: own }), await db.rating.count({ where: own })]).toEqual([0, 0]);
  expect(await db.slot.count({ where: { ...own, state: "open" } })).toBe(places);
  await page.getByLabel("For whom").fill("Ada\nBen");
  await page.getByRole("button", { name: "Make links" }).click();
  const links = page.getByRole("region", { name: "Personal links" });
  await expect(links.getByRole("row")).toHaveCount(3);
  await expect(links.getByRole("row").nth(1)).toContainText(/\/annotate\/[\w-]+\?link=[\w-]{20,}/);
  const ben = links.getByRole("row").filter({ hasText: "Ben" });
  const dialog = page.getByRole("dialog", { name: "Revoke the link of Ben?" });
  await ben.getByRole("button", { name: "Revoke" }).click();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(ben.getByRole("button", { name: "Revoke" })).toBeFocused();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Revoke the link" }).click();
  await expect(ben).toContainText("revoked");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Stop handing out items" }).click();
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("Running", { exact: true })).toBeVisible();

  await page.getByRole("navigation", { name: "Study" }).getByRole("link", { name: "Items" }).click();
  await page.getByLabel("Annotations per item").fill("3");
  await page.getByRole("button", { name: "Ask for more" }).click();
  await expect(page.getByText(/more annotations are wanted now/)).toBeVisible();

  await page.getByRole("navigation", { name: "Study" }).getByRole("link", { name: "Settings" }).click();
  await expect(page.getByText("Frozen at launch.")).toBeVisible();
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await page.getByRole("button", { name: "Clone as a draft" }).click();
  await expect(page.getByRole("heading", { name: "Harbour pilot (copy)" })).toBeVisible();
  await expect(page.getByText("Draft", { exact: true })).toBeVisible();
});

test("the monitor shows an arrival without a reload", async ({ signedInPage, newContext }) => {
  const page = await signedInPage("researcher");
  await fillIn(page, "Watched");
  await page.getByRole("button", { name: "Create draft" }).click();
  await launch(page);
  await page.getByLabel("For whom").fill("Ada");
  await page.getByRole("button", { name: "Make links" }).click();
  const link = (await page.getByRole("region", { name: "Personal links" }).locator("code").textContent()) ?? "";
  await expect(page.getByText("Nobody has opened a link yet.")).toBeVisible();
  const annotator = await (await newContext()).newPage();
  await annotator.goto(link);
  await expect(annotator).toHaveURL(/\/consent$/);
  await expect(page.getByRole("region", { name: "Arrivals by outcome" })).toContainText("Not ended1", {
    timeout: 15_000,
  });
});

test("a wrong form comes back with every problem named and everything typed kept", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  await page.goto("/studies/new");
  await page.getByLabel("Annotations per item").fill("two");
  await page.getByLabel("From another panel").check();
  await page.getByLabel("Completion URL").fill("javascript:alert(1)");
  await page.getByLabel("Ratings so far").selectOption("judge");
  await page.getByRole("button", { name: "Add a dimension of your own" }).click();
  const own = page.getByRole("group", { name: "Your dimension 1" });
  await own.getByLabel("Dimension name").fill("Warmth");
  await own.getByLabel("Question").fill("How warm was this agent?");
  await own.getByLabel("Lowest score").fill("0");
  await own.getByLabel("Highest score").fill("4");
  await own.getByLabel("Bands").fill("0 to 2: cold | Short and sharp.");
  await own.getByText("Example reasons").click();
  const example = own.getByRole("group", { name: "A reason that helps, second" });
  await example.getByLabel("What happened").fill("She thanks him for the lift.");
  await example.getByLabel("Score given").fill("9");
  await example.getByLabel("Reason given").fill("She goes out of her way in turn 3.");
  await example.getByLabel("Why it helps").fill("It names the turn.");
  await page.getByRole("button", { name: "Create draft" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "needs your attention" });
  for (const words of ["Give the study a name.", "Give a whole number.", "No band covers 3 to 4.", "https://"])
    await expect(summary).toContainText(words);
  await expect(page.getByLabel("Annotations per item")).toHaveValue("two");
  await expect(page.getByLabel("Ratings so far")).toHaveValue("judge");
  await expect(own.getByLabel("Bands")).toHaveValue("0 to 2: cold | Short and sharp.");
  await expect(example.getByText("The scale goes from 0 to 4.")).toBeVisible();
  await summary.getByRole("link", { name: "Give the study a name." }).click();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
});

test("a design that was changed in another tab is not saved over, and what was typed stays", async ({
  signedInPage,
}) => {
  const page = await signedInPage("researcher");
  await fillIn(page, "Open twice");
  await page.getByRole("button", { name: "Create draft" }).click();
  await page.getByRole("link", { name: "Edit design" }).click();
  const save = { name: "Save design" };
  await expect(page.getByRole("button", save)).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByLabel("Items per annotator").fill("5");
  await page.getByRole("button", save).click();
  await expect(page.getByRole("heading", { name: "Before launch" })).toBeVisible();
  await other.getByLabel("Minutes per item").fill("30");
  await other.getByRole("button", save).click();
  await expect(other.getByText("This design was changed in another tab or by somebody else")).toBeVisible();
  await expect(other.getByLabel("Minutes per item")).toHaveValue("30");
  await other.reload();
  await expect(other.getByLabel("Items per annotator")).toHaveValue("5");
  await other.getByLabel("Minutes per item").fill("30");
  await other.getByRole("button", save).click();
  await expect(other.getByRole("heading", { name: "Before launch" })).toBeVisible();
});

test("without scripts the form makes a draft, and says what is wrong before", async ({ signedInPage }) => {
  const page = await signedInPage("researcher", { javaScriptEnabled: false });
  await fillIn(page, "No scripts");
  await page.getByLabel("Minutes per item").fill("0");
  await page.getByRole("button", { name: "Create draft" }).click();
  await expect(page.getByText("At least 1 minute per item.").first()).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("No scripts");
  await page.getByLabel("Minutes per item").fill("9");
  await page.getByRole("button", { name: "Create draft" }).click();
  await expect(page.getByRole("heading", { name: "No scripts" })).toBeVisible();
});

test("ratings stand side by side; evidence leads to its turn; an exclusion is undone", async ({ signedInPage }) => {
  const page = await signedInPage("researcher");
  await openDemo(page, "Ratings");
  const table = page.getByRole("region", { name: "Ratings by item" });
  await expect(table.getByRole("rowgroup")).toHaveCount(9);
  await expect(page.getByRole("img", { name: /^Goal, agent 1: 24 ratings/ })).toBeVisible();
  await table.getByRole("link", { name: "Item 1", exact: true }).click();
  const chip = page.getByRole("link", { name: /^turn \d+$/ }).first();
  const number = ((await chip.textContent()) ?? "").replace(/\D/g, "");
  await chip.click();
  await expect(page.locator(`#turn-${number}:target`)).toBeInViewport();

  await page.getByText("Exclude", { exact: true }).first().click();
  await page.getByLabel("Why").first().fill("Copied one sentence everywhere");
  await page.getByRole("button", { name: "Exclude annotation" }).first().click();
  await expect(page.getByText("Copied one sentence everywhere")).toBeVisible();
  await openDemo(page, "Ratings");
  await expect(page.getByRole("img", { name: /^Goal, agent 1: 23 ratings/ })).toBeVisible();
  await page.getByRole("link", { name: "Item 1", exact: true }).click();
  await page.getByRole("button", { name: "Take back in" }).click();
  await expect(page.getByText("Copied one sentence everywhere")).toBeHidden();
});

test("every page of a study is accessible and fits, wide and narrow, light and dark", async ({ signedInPage }) => {
  // Twenty pages, each looked through by axe.
  test.slow();
  const page = await signedInPage("researcher");
  await leadTo(page, "/studies");
  await expectSound(page);
  await leadTo(page, "/studies/new");
  await page.getByRole("button", { name: "Add a dimension of your own" }).click();
  await page.getByText("Example reasons").click();
  await expectSound(page);
  await fillIn(page, "Seen from all sides");
  await page.getByRole("button", { name: "Create draft" }).click();
  await expect(page.getByRole("heading", { name: "Before launch" })).toBeVisible();
  await expectSound(page);
  const draft = new URL(page.url()).pathname;
  const parts = ["/edit", "/items", "/items/draw", "/items/add", "/items/warnings", "/preview"].map(
    (part) => draft + part,
  );
  for (const part of parts) {
    await leadTo(page, part);
    await expectSound(page);
  }
  for (const part of parts) await expectLoads(page, part);
  await openDemo(page, "Progress");
  const demo = new URL(page.url()).pathname;
  for (const [tab, part] of Object.entries(TABS)) {
    await leadTo(page, demo + part);
    const tabs = page.getByRole("navigation", { name: "Study" });
    await expect(tabs.getByRole("link", { name: tab, exact: true })).toHaveAttribute("aria-current", "page");
    await expectSound(page);
  }
  await leadTo(page, `${demo}/ratings/1`);
  await expect(page.getByRole("heading", { name: /^Item 1:/ })).toBeVisible();
  await expectSound(page);
});

import { expect, type Locator, type Page } from "@playwright/test";

/** The account that tests make by a setup link. */
export const ADMIN = { name: "Nadia Verhoeven", email: "nadia@example.org", password: "three quiet herons by a lake" };

/** Follows the one-time link and makes the first account; ends signed in on the home page. */
export async function makeFirstAccount(page: Page, setupLink: string): Promise<void> {
  await page.goto(setupLink);
  await page.getByLabel("Your name").fill(ADMIN.name);
  await page.getByLabel("E-mail").fill(ADMIN.email);
  await page.getByLabel("Password", { exact: true }).fill(ADMIN.password);
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByRole("link", { name: "Studies" }).first()).toBeVisible();
}

/** Imports a file on the import page and waits for the end of its report; answers the import's id. */
export async function importFile(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<string> {
  await page.goto("/episodes/import");
  await page.getByLabel("Drop files here, or choose them").setInputFiles(file);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.waitForURL(/\/episodes\/imports\/[^/?]+/);
  await expect(page.getByText("Done", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** What a test wants of a study; everything else stays as the form opens. */
export type StudyWish = {
  name: string;
  importId: string;
  annotationsPerItem: number;
  itemsPerAnnotator: number;
  hasPractice: boolean;
  prolificStudyId: string;
};

/** Fills in the form of a new study over the episodes of one import, launches it, and answers its address. */
export async function createAndLaunchStudy(page: Page, wish: StudyWish): Promise<string> {
  await page.goto(`/studies/new?import=${encodeURIComponent(wish.importId)}`);
  await page.getByLabel("Name", { exact: true }).fill(wish.name);
  await page.getByLabel("Annotations per item").fill(String(wish.annotationsPerItem));
  await page.getByLabel("Items per annotator").fill(String(wish.itemsPerAnnotator));
  await page.getByLabel("Practice episode").setChecked(wish.hasPractice);
  await page.getByLabel("Contact for annotators").fill("study@example.org");
  await page.getByLabel("From Prolific").check();
  await page.getByLabel("Prolific study id").fill(wish.prolificStudyId);
  await page.getByRole("button", { name: "Create draft" }).click();
  await page.getByRole("button", { name: "Launch study" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Launch study" }).click();
  await expect(page.getByRole("heading", { name: "Entry link" })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The entry link of a running study as its page shows it, with the panel's three places filled in for one person. */
export async function entryLinkFor(page: Page, study: string, ids: PanelIds): Promise<string> {
  await page.goto(study);
  const link = await page
    .locator("section", { has: page.getByRole("heading", { name: "Entry link" }) })
    .locator("code");
  return ((await link.textContent()) ?? "")
    .replace("{{%PROLIFIC_PID%}}", ids.person)
    .replace("{{%STUDY_ID%}}", ids.study)
    .replace("{{%SESSION_ID%}}", ids.session);
}

/** What the panel puts into the entry link. */
export type PanelIds = { person: string; study: string; session: string };

/** A 24-digit id as Prolific gives them, the same for the same number. */
export function prolificId(number: number): string {
  return (0x5e_0000_0000 + number).toString(16).padStart(24, "5");
}

/** The table with this label. The label is that of the box around it, which scrolls where the table is wide. */
export function tableOf(page: Page, label: string): Locator {
  return page.getByRole("region", { name: label, exact: true }).getByRole("table").last();
}

/** The completion code of every outcome, as the settings of a study show them. */
export async function readCodes(page: Page, study: string): Promise<Record<string, string>> {
  await page.goto(`${study}/settings`);
  const rows = tableOf(page, "Completion codes").getByRole("row");
  const codes: Record<string, string> = {};
  for (const row of (await rows.all()).slice(1)) {
    const cells = await row.getByRole("cell").allTextContents();
    codes[cells[0]?.trim() ?? ""] = cells[1]?.trim() ?? "";
  }
  return codes;
}

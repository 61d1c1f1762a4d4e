/**
 * Measures how long a change of a filter takes from the press to the new picture, in a browser on the built app with
 * its embedded database.
 * Usage: npm run bench:filters -- [--ratings 10000] [--rounds 5] [--views bias,overview,lines] [--rest 200]
 * The pointer rests on a control for `--rest` ms before the press, twice as long on a select, as the app may ask ahead then;
 * with `--rest 0` it presses where it comes. Half of the changes lead back to a state that was shown within half a minute.
 */
import { type Browser, chromium, type Page } from "@playwright/test";
import { encodeSessionToken, sessionCookieName } from "#lib/auth/session-token.ts";
import { systemActor } from "#lib/domain/access/actor.ts";
import { VIEW_NAMES } from "#lib/domain/analysis/findings/views.ts";
import { createAnalysis } from "#lib/operations/analysis/create-analysis.ts";
import { closeDb, connectDb, getDb } from "#lib/store/db.ts";
import { findChromium } from "#scripts/lib/chromium.ts";
import { freePort } from "#scripts/lib/port.ts";
import { fillRatings } from "./analysis/fill.ts";
import { App } from "./annotate/app.ts";
import { type Change, measureChange, type Taken } from "./filters/click.ts";
import { numberOption } from "./lib/databases.ts";

const RATINGS = numberOption("ratings", 10_000);
const ROUNDS = numberOption("rounds", 5);
/** A moment in which a person looks, and in which the app may work ahead. */
const LOOK_MS = numberOption("look", 700);
/** How long the pointer rests on a control before it presses. */
const REST_MS = numberOption("rest", 200);

function viewsOption(): string[] {
  const at = process.argv.indexOf("--views");
  return (at < 0 ? undefined : process.argv[at + 1])?.split(",") ?? [...VIEW_NAMES];
}

/** One round: every kind of filter, away from the question and back. */
function roundOf(round: number, judges: readonly string[]): Change[] {
  const select = (field: string, ...values: string[]): Change[] =>
    values.map((value) => ({ kind: "select", field, value }));
  const tick = (field: string, ...values: string[]): Change[] =>
    values.map((value) => ({ kind: "tick", field, value }));
  const policy = (place: number) => `policy-${place % 6}`;
  const scenario = `scenario-${round % 80}`;
  return [
    ...select("judge", judges[1] as string, judges[0] as string),
    ...select("agent", "both", "partner", "learner"),
    ...tick("policies", policy(round), policy(round + 1), policy(round + 2)),
    ...tick("policies", policy(round), policy(round + 1), policy(round + 2)),
    ...tick("scenario", scenario, `scenario-${(round % 80) + 1}`),
    ...tick("scenario", scenario, `scenario-${(round % 80) + 1}`),
    ...select("clusters", "scenario", "automatic"),
  ];
}

async function signIn(browser: Browser, origin: string): Promise<Page> {
  const user = await getDb().user.create({ data: { email: "bench@example.org", name: "Bench", role: "researcher" } });
  const expiresAt = new Date(Date.now() + 3_600_000);
  const session = await getDb().userSession.create({ data: { userId: user.id, expiresAt } });
  const value = await encodeSessionToken({ sessionId: session.id });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name: sessionCookieName(), value, url: origin, httpOnly: true, sameSite: "Lax" }]);
  return context.newPage();
}

async function measureView(page: Page, address: string, judges: readonly string[]): Promise<Map<string, Taken[]>> {
  const taken = new Map<string, Taken[]>();
  await page.goto(address, { waitUntil: "networkidle" });
  await page.getByText("Try other filters").click();
  for (const field of await page.locator("search details details").all()) await field.locator("summary").click();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const change of roundOf(round, judges)) {
      await page.waitForTimeout(LOOK_MS);
      keep(taken, change.kind === "dimension" ? "dimension" : change.field, await measureChange(page, change, REST_MS));
    }
  const dimensions = await page.getByRole("navigation", { name: "Dimension" }).getByRole("link").allInnerTexts();
  for (let i = 0; dimensions.length > 1 && i < 20; i += 1) {
    await page.waitForTimeout(100);
    const name = dimensions[(i + 1) % dimensions.length] as string;
    keep(taken, "dimension", await measureChange(page, { kind: "dimension", name }, 0));
  }
  return taken;
}

function keep(taken: Map<string, Taken[]>, name: string, one: Taken): void {
  taken.set(name, [...(taken.get(name) ?? []), one]);
}

function percentile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? "–" : value.toFixed(0);
}

function print(view: string, taken: Map<string, Taken[]>): void {
  const rows = [
    ...taken,
    ["all filters", [...taken].flatMap(([name, all]) => (name === "dimension" ? [] : all))] as const,
  ];
  console.log(`\n${view}: milliseconds from the press to the new picture, after a rest of ${REST_MS} ms`);
  console.table(
    rows.map(([filter, all]) => {
      const column = (read: (one: Taken) => number | null) => all.map(read).filter((value) => value !== null);
      const redraws = column(({ redraw }) => redraw);
      const answers = column(({ answer }) => answer);
      return {
        filter,
        changes: all.length,
        p50: percentile(redraws, 0.5),
        p95: percentile(redraws, 0.95),
        longest: percentile(redraws, 1),
        waited: answers.length,
        "answer p50": percentile(answers, 0.5),
        "answer p95": percentile(answers, 0.95),
        "kB sent": percentile(inThousands(column(({ sent }) => sent)), 0.5),
        "kB unpacked": percentile(inThousands(column(({ size }) => size)), 0.5),
      };
    }),
  );
}

function inThousands(values: readonly number[]): number[] {
  return values.map((value) => value / 1000);
}

async function main(): Promise<void> {
  process.env.AUTH_SECRET ||= "only-for-measuring-0123456789-0123456789";
  const app = new App(await freePort(), null);
  await app.start();
  const { importId, judges } = await fillRatings(app.databaseUrl, RATINGS, { judges: 2 });
  await connectDb(app.databaseUrl, 2);
  const question = { importIds: [importId], judges: judges.slice(0, 1), partnerPolicies: ["partner"] };
  const { analysisId } = await createAnalysis(systemActor("bench"), { name: "Filters", question });
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ["--no-sandbox"] });
  try {
    const page = await signIn(browser, app.origin);
    for (const view of viewsOption()) {
      const path = view === "overview" ? "" : `/${view}`;
      print(view, await measureView(page, `${app.origin}/analysis/${analysisId}${path}`, judges));
    }
  } finally {
    await browser.close();
    await closeDb();
    await app.stop();
    app.remove();
  }
}

await main();

import { type Browser, chromium, type Page } from "@playwright/test";
import { closeDb, connectDb, getDb } from "#lib/store/db.ts";
import { findChromium } from "#scripts/lib/chromium.ts";
import { freePort } from "#scripts/lib/port.ts";
import { type MadeStudy, makeStudy, prolificId } from "#tests/factories/study.ts";
import { App } from "./annotate/app.ts";

/** What the rating page may ship of its own, in kB of 1,000 bytes, compressed. */
const LIMIT_KB = 40;

type Weight = { address: string; bytes: number };

/** Compressed bytes of every script that a page loads, by address, as they came over the wire. */
async function scriptsOf(page: Page, address: string): Promise<Weight[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const addresses = new Map<string, string>();
  const weights: Weight[] = [];
  session.on("Network.responseReceived", ({ requestId, response, type }) => {
    if (type === "Script") addresses.set(requestId, response.url);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const script = addresses.get(requestId);
    if (script) weights.push({ address: script, bytes: encodedDataLength });
  });
  await page.goto(address, { waitUntil: "networkidle" });
  await session.detach();
  return weights;
}

/** Enters as somebody who stands before the first conversation and opens it; answers its address. */
async function openRating(page: Page, origin: string, study: MadeStudy): Promise<string> {
  const ids = `PROLIFIC_PID=${prolificId(1)}&STUDY_ID=${prolificId(2)}&SESSION_ID=${prolificId(3)}`;
  await page.goto(`${origin}/annotate/${study.entryToken}?${ids}`);
  await getDb().annotator.updateMany({ where: { studyId: study.studyId }, data: { stage: "rating" } });
  await page.goto(`${origin}/annotate/${study.entryToken}/next`);
  await page.getByRole("button", { name: "Open the first conversation" }).click();
  await page.waitForURL(/\/rate\/[^/]+\/[^/]+$/);
  return page.url();
}

async function measure(browser: Browser, origin: string): Promise<void> {
  const study = await makeStudy();
  const page = await (await browser.newContext()).newPage();
  const rating = await openRating(page, origin, study);
  const empty = await scriptsOf(page, `${origin}/annotate/${study.entryToken}/no-entry?why=visit`);
  const full = await scriptsOf(page, rating);
  const shared = new Set(empty.map(({ address }) => address));
  const own = full.filter(({ address }) => !shared.has(address));
  const sum = (weights: Weight[]) => weights.reduce((total, { bytes }) => total + bytes, 0) / 1000;
  console.table([
    { page: "a page that only says something", scripts: empty.length, "kB compressed": sum(empty).toFixed(1) },
    { page: "the rating page", scripts: full.length, "kB compressed": sum(full).toFixed(1) },
    { page: "of the rating page’s own", scripts: own.length, "kB compressed": sum(own).toFixed(1) },
  ]);
  for (const { address, bytes } of own) console.log(`  ${(bytes / 1000).toFixed(1)} kB  ${new URL(address).pathname}`);
  const extra = Math.max(sum(own), sum(full) - sum(empty));
  console.log(extra <= LIMIT_KB ? `Within the limit of ${LIMIT_KB} kB.` : `Over the limit of ${LIMIT_KB} kB.`);
  if (extra > LIMIT_KB) process.exitCode = 1;
}

/**
 * `node bench/page-weight.ts` starts the built app and weighs the rating page's scripts against those of a page that
 * only says something. `--origin URL` weighs an app that runs already, with its database in `DATABASE_URL`.
 */
async function main(): Promise<void> {
  const at = process.argv.indexOf("--origin");
  const given = at < 0 ? undefined : process.argv[at + 1];
  const app = given ? null : new App(await freePort(), null);
  await app?.start();
  await connectDb(app?.databaseUrl ?? process.env.DATABASE_URL ?? "", 2);
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    await measure(browser, given ?? app?.origin ?? "");
  } finally {
    await browser.close();
    await closeDb();
    await app?.stop();
    app?.remove();
  }
}

await main();

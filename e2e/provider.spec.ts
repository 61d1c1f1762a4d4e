import { getDb } from "#lib/store/db.ts";
import { startOidcProvider } from "#tests/fakes/oidc-provider.ts";
import { freshSettings, launchApp, untilReady } from "./support/app.ts";
import { expect, test } from "./support/fixtures.ts";
import { makeSession } from "./support/people.ts";

test("a provider signs in whom it vouches for, where the address has an account", async ({ newContext }) => {
  test.setTimeout(240_000);
  const provider = await startOidcProvider();
  const { userId } = await makeSession("researcher");
  const { email: owner } = await getDb().user.findUniqueOrThrow({ where: { id: userId } });
  // A web server of its own beside the app of the other tests, on the same database: only its settings differ.
  const app = launchApp(
    {
      ...(await freshSettings()),
      DATA_DIR: process.env.E2E_DATA_DIR ?? "",
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? "",
      AUTH_SECRET: process.env.AUTH_SECRET ?? "",
      OIDC_ISSUER: provider.issuer,
      OIDC_ID: "studio",
      OIDC_SECRET: "a secret of the test",
    },
    "web",
  );
  try {
    await untilReady(app, 120_000);
    for (const javaScriptEnabled of [true, false]) {
      const signInAs = async (email: string, emailVerified: boolean) => {
        provider.vouched = { sub: email, email, emailVerified, name: "From elsewhere" };
        const page = await (await newContext({ javaScriptEnabled })).newPage();
        await page.goto(`${app.origin}/sign-in?next=/account`);
        await page.getByRole("button", { name: new URL(provider.issuer).host }).click();
        return page;
      };
      const known = await signInAs(owner.replace("researcher", "Researcher"), true);
      await expect(known.getByRole("heading", { name: "Your account" })).toBeVisible();
      await expect(known.getByText(owner).first()).toBeVisible();
      const unverified = await signInAs(owner, false);
      await expect(unverified.getByText("That account has no verified e-mail address")).toBeVisible();
      const stranger = await signInAs("stranger@example.org", true);
      await expect(stranger.getByText("No account belongs to that e-mail address.")).toBeVisible();
      await stranger.goto(`${app.origin}/account`);
      await expect(stranger).toHaveURL(/\/sign-in\?next=/);
    }
  } finally {
    app.supervisor.kill("SIGTERM");
    await app.ended();
    await provider.stop();
  }
});

import { startOidcProvider } from "#tests/fakes/oidc-provider.ts";
import { freshSettings, launchApp, untilReady } from "./support/app.ts";
import { expect, test } from "./support/fixtures.ts";

const OWNER = { name: "Ada Example", email: "ada@example.org", password: "four plain test words" };

test("a provider signs in whom it vouches for, where the address has an account", async ({ newContext }) => {
  test.setTimeout(240_000);
  const provider = await startOidcProvider();
  const settings = { OIDC_ISSUER: provider.issuer, OIDC_ID: "studio", OIDC_SECRET: "a secret of the test" };
  const app = launchApp({ ...(await freshSettings()), ...settings });
  try {
    await untilReady(app, 120_000);
    const owner = await (await newContext()).newPage();
    await owner.goto(/http\S+\/setup\/\S+/.exec(app.output())?.[0] ?? "");
    await owner.getByLabel("Your name").fill(OWNER.name);
    await owner.getByLabel("E-mail").fill(OWNER.email);
    await owner.getByLabel("Password", { exact: true }).fill(OWNER.password);
    await owner.getByRole("button", { name: "Make my account" }).click();
    await owner.waitForURL(`${app.origin}/`);

    for (const javaScriptEnabled of [true, false]) {
      const signInAs = async (email: string, emailVerified: boolean) => {
        provider.vouched = { sub: email, email, emailVerified, name: "From elsewhere" };
        const page = await (await newContext({ javaScriptEnabled })).newPage();
        await page.goto(`${app.origin}/sign-in?next=/account`);
        await page.getByRole("button", { name: new URL(provider.issuer).host }).click();
        return page;
      };
      const known = await signInAs("Ada@example.org", true);
      await expect(known.getByRole("heading", { name: "Your account" })).toBeVisible();
      await expect(known.getByText(OWNER.email).first()).toBeVisible();
      const unverified = await signInAs(OWNER.email, false);
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

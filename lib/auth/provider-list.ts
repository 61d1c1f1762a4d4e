import { type Env, env } from "#lib/env.ts";

/** A way to sign in beside the password: its id in addresses, what its button says, and where it leads. */
export type ProviderFacts = { id: "github" | "google" | "oidc"; name: string; origin: string };

/** The providers that the settings configure, in the order of the buttons. */
export function listProviders(settings: Env = env()): ProviderFacts[] {
  const providers: ProviderFacts[] = [];
  if (settings.GITHUB_ID) providers.push({ id: "github", name: "GitHub", origin: "https://github.com" });
  if (settings.GOOGLE_ID) providers.push({ id: "google", name: "Google", origin: "https://accounts.google.com" });
  if (settings.OIDC_ISSUER) {
    const { origin, host } = new URL(settings.OIDC_ISSUER);
    providers.push({ id: "oidc", name: host, origin });
  }
  return providers;
}

/** Where the sign-in form may lead on to. */
export function providerOrigins(): string[] {
  return listProviders().map((provider) => provider.origin);
}

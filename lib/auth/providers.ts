import type { OAuthConfig } from "next-auth/providers/oauth";
import { type Env, env } from "#lib/env.ts";

/** What a provider says of a person; `email` only where the provider has verified it. */
type Vouched = { id: string; name: string; email: string | null };

type Claims = { sub: string; name?: string; preferred_username?: string; email?: string; email_verified?: boolean };
type GitHubUser = { id: number; login: string; name?: string | null; verifiedEmail?: string | null };
type GitHubEmail = { email: string; primary: boolean; verified: boolean };

function vouchedByClaims(claims: Claims): Vouched {
  const email = claims.email_verified === true && claims.email ? claims.email : null;
  return { id: claims.sub, name: claims.name ?? claims.preferred_username ?? "", email };
}

function openIdConnect(id: string, issuer: string, clientId: string, clientSecret: string): OAuthConfig<Claims> {
  return {
    id,
    name: id,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    clientId,
    clientSecret,
    profile: vouchedByClaims,
  };
}

/** GitHub is asked for the list of addresses, since only there it says which one is verified. */
async function askGitHub(accessToken: string | undefined): Promise<GitHubUser> {
  const headers = { authorization: `Bearer ${accessToken}`, accept: "application/vnd.github+json" };
  const ask = async (path: string) => {
    const answer = await fetch(`https://api.github.com${path}`, { headers, signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${path}`);
    return answer.json();
  };
  const [user, emails] = (await Promise.all([ask("/user"), ask("/user/emails")])) as [GitHubUser, GitHubEmail[]];
  return { ...user, verifiedEmail: emails.find((entry) => entry.primary && entry.verified)?.email ?? null };
}

function gitHub(clientId: string, clientSecret: string): OAuthConfig<GitHubUser> {
  return {
    id: "github",
    name: "GitHub",
    type: "oauth",
    issuer: "https://github.com/login/oauth",
    authorization: { url: "https://github.com/login/oauth/authorize", params: { scope: "read:user user:email" } },
    token: "https://github.com/login/oauth/access_token",
    userinfo: { request: ({ tokens }) => askGitHub(tokens.access_token) as Promise<never> },
    checks: ["pkce", "state"],
    clientId,
    clientSecret,
    profile: (user) => ({ id: String(user.id), name: user.name ?? user.login, email: user.verifiedEmail ?? null }),
  };
}

/** The configured providers as next-auth wants them. Google is an OpenID Connect provider like any other. */
export function buildProviders(settings: Env = env()) {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET, OIDC_ISSUER, OIDC_ID, OIDC_SECRET } = settings;
  return [
    ...(GITHUB_ID && GITHUB_SECRET ? [gitHub(GITHUB_ID, GITHUB_SECRET)] : []),
    ...(GOOGLE_ID && GOOGLE_SECRET
      ? [openIdConnect("google", "https://accounts.google.com", GOOGLE_ID, GOOGLE_SECRET)]
      : []),
    ...(OIDC_ISSUER && OIDC_ID && OIDC_SECRET ? [openIdConnect("oidc", OIDC_ISSUER, OIDC_ID, OIDC_SECRET)] : []),
  ];
}

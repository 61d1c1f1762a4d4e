import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** Whom the provider vouches for; `emailVerified` false stands for an address that anybody may have typed. */
export type Vouched = { sub: string; email?: string; emailVerified?: boolean; name?: string };

/** An OpenID Connect provider on this machine that signs everybody in as `vouched` without asking. */
export type FakeOidcProvider = { issuer: string; vouched: Vouched; stop(): Promise<void> };

type Grant = { nonce: string | null; redirectUri: string };

/** Starts the provider. It speaks the code flow as far as a client needs: discovery, authorization, token, keys. */
export async function startOidcProvider(port = 0): Promise<FakeOidcProvider> {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: "fake", alg: "RS256", use: "sig" };
  const grants = new Map<string, Grant>();
  const provider = { issuer: "", vouched: { sub: "1" } as Vouched };

  const idToken = (grant: Grant, clientId: string) => {
    const { sub, email, emailVerified, name } = provider.vouched;
    return new SignJWT({ email, email_verified: emailVerified, name, nonce: grant.nonce ?? undefined })
      .setProtectedHeader({ alg: "RS256", kid: "fake" })
      .setIssuer(provider.issuer)
      .setSubject(sub)
      .setAudience(clientId)
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(privateKey);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", provider.issuer);
    if (url.pathname === "/.well-known/openid-configuration") return json(response, discovery(provider.issuer));
    if (url.pathname === "/keys") return json(response, { keys: [jwk] });
    if (url.pathname === "/authorize") return redirectWithCode(response, url, grants);
    if (url.pathname !== "/token") return json(response, { error: "not_found" }, 404);
    const body = new URLSearchParams(await text(request));
    const grant = grants.get(body.get("code") ?? "");
    grants.delete(body.get("code") ?? "");
    if (!grant) return json(response, { error: "invalid_grant" }, 400);
    const clientId = clientIdOf(request, body);
    return json(response, { access_token: "at", token_type: "Bearer", id_token: await idToken(grant, clientId) });
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(provider, { stop: () => stop(server) });
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

function redirectWithCode(response: ServerResponse, url: URL, grants: Map<string, Grant>): void {
  const redirectUri = url.searchParams.get("redirect_uri") ?? "";
  const code = crypto.randomUUID();
  grants.set(code, { nonce: url.searchParams.get("nonce"), redirectUri });
  const target = new URL(redirectUri);
  target.searchParams.set("code", code);
  target.searchParams.set("state", url.searchParams.get("state") ?? "");
  response.writeHead(302, { location: target.href }).end();
}

function clientIdOf(request: IncomingMessage, body: URLSearchParams): string {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (!basic) return body.get("client_id") ?? "";
  return decodeURIComponent(Buffer.from(basic, "base64").toString().split(":")[0] ?? "");
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

async function text(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

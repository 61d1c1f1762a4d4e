/** What the policy depends on. `formTargets` are origins to which a form post may lead on (sign-in providers). */
export type PolicyOptions = { nonce: string; isDevelopment: boolean; isHttps: boolean; formTargets: string[] };

/**
 * The Content-Security-Policy of one answer: nothing from outside, no inline script or style but those that carry
 * this answer's nonce, no frames. The development server alone may evaluate strings and add styles, which its
 * reloading and its error overlay need.
 */
export function buildContentSecurityPolicy({ nonce, isDevelopment, isHttps, formTargets }: PolicyOptions): string {
  const directives: Record<string, string[]> = {
    "default-src": ["'none'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    "style-src": ["'self'", isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(isDevelopment ? ["ws:"] : [])],
    "manifest-src": ["'self'"],
    "form-action": ["'self'", ...formTargets],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
  };
  if (isHttps) directives["upgrade-insecure-requests"] = [];
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

/** A nonce of 128 random bits in base64. */
export function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/** The nonce that a policy names; undefined where there is none. Next hands the policy on among a request's headers. */
export function nonceOf(policy: string | null): string | undefined {
  return /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
}

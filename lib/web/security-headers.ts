import { appUrl } from "#lib/env.ts";

/** Whether people reach the app by https. */
export function isHttps(): boolean {
  return appUrl().startsWith("https:");
}

/** A year, in seconds. */
const HSTS_SECONDS = 365 * 24 * 60 * 60;

/** The headers that every answer carries beside the content policy. HSTS only where people come by https. */
export function securityHeaders(isSecure: boolean): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    // Same-origin rather than none: form posts must still name the origin they come from.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    ...(isSecure ? { "strict-transport-security": `max-age=${HSTS_SECONDS}; includeSubDomains` } : {}),
  };
}

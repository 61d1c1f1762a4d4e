import { jwtVerify, SignJWT } from "jose";
import type { Actor } from "#lib/domain/access/actor.ts";
import { appUrl, authSecret } from "#lib/env.ts";
import { noteActorKind } from "#lib/request-scope.ts";

/** The actor of a person inside one study's visit. */
export type AnnotatorActor = Extract<Actor, { kind: "annotator" }>;

/** What the cookie names; nothing of the panel or the person is in it. */
export type VisitClaims = { visitId: string; annotatorId: string; studyId: string; entryToken: string };

/** A cookie ready for `cookies().set(...)` or `response.cookies.set(...)`. */
export type VisitCookie = {
  name: string;
  value: string;
  httpOnly: true;
  sameSite: "lax";
  secure: boolean;
  path: string;
  maxAge: number;
};

const COOKIE_NAME = "studio-visit";
const AUDIENCE = "studio-visit";
/** A visit may be continued for this long in the same browser, in seconds: 30 days. */
const MAX_AGE_SECONDS = 30 * 24 * 60 * 60;

/**
 * Makes the signed cookie of one visit. It is sent only below the study's own entry address, so that visits to
 * several studies in one browser do not meet.
 */
export async function signVisitCookie(claims: VisitClaims): Promise<VisitCookie> {
  const value = await new SignJWT({ visit: claims.visitId, study: claims.studyId, entry: claims.entryToken })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(claims.annotatorId)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${MAX_AGE_SECONDS}s`)
    .sign(key());
  return {
    name: COOKIE_NAME,
    value,
    httpOnly: true,
    sameSite: "lax",
    secure: appUrl().startsWith("https:"),
    path: `/annotate/${encodeURIComponent(claims.entryToken)}`,
    maxAge: MAX_AGE_SECONDS,
  };
}

/** Anything with cookies by name: a `NextRequest`, or the store that `cookies()` answers. */
export type CookieSource = { cookies: CookieReader } | CookieReader;
type CookieReader = { get(name: string): { value: string } | undefined };

/** The annotator whose visit to this study the cookie names; null when there is none, it is forged, or it is another study's. */
export async function readVisitActor(source: CookieSource, entryToken: string): Promise<AnnotatorActor | null> {
  const reader = "cookies" in source ? source.cookies : source;
  const value = reader.get(COOKIE_NAME)?.value;
  if (!value) return null;
  try {
    const { payload } = await jwtVerify(value, key(), { audience: AUDIENCE, algorithms: ["HS256"] });
    const { sub, visit, study, entry } = payload;
    if (entry !== entryToken || !sub || typeof visit !== "string" || typeof study !== "string") return null;
    noteActorKind("annotator");
    return { kind: "annotator", annotatorId: sub, studyId: study, visitId: visit };
  } catch {
    return null;
  }
}

function key(): Uint8Array {
  return new TextEncoder().encode(`visit:${authSecret()}`);
}

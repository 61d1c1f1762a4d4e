import { randomUUID } from "node:crypto";
import { encodeSessionToken, sessionCookieName } from "#lib/auth/session-token.ts";
import { type Actor, ANONYMOUS, systemActor } from "#lib/domain/access/actor.ts";
import type { Role } from "#lib/domain/access/roles.ts";
import { createPersonalLinks } from "#lib/operations/personal-links/create-personal-links.ts";
import { claimNextItem } from "#lib/operations/visits/claim-next-item.ts";
import { enterStudy } from "#lib/operations/visits/enter-study.ts";
import { getDb } from "#lib/store/db.ts";
import { signVisitCookie } from "#lib/web/annotator-cookie.ts";

/** A cookie as a browser context takes it, and as a header. */
export type MadeCookie = { name: string; value: string; path: string };

/** Makes an account of that role with a running session, and answers the session's cookie and id. */
export async function makeSession(role: Role): Promise<{ cookie: MadeCookie; sessionId: string; userId: string }> {
  const db = getDb();
  const email = `${role}-${randomUUID()}@example.org`;
  const user = await db.user.create({ data: { email, name: `Test ${role}`, role } });
  const expiresAt = new Date(Date.now() + 60 * 60 * 1000);
  const session = await db.userSession.create({ data: { userId: user.id, expiresAt } });
  const value = await encodeSessionToken({ sessionId: session.id });
  return { cookie: { name: sessionCookieName(), value, path: "/" }, sessionId: session.id, userId: user.id };
}

/** The running study of the demo, with an episode and an import that pages can be asked for. */
export async function findDemoMaterial() {
  const db = getDb();
  const study = await db.study.findFirstOrThrow({ where: { state: "running", panelKind: "none", isDemo: true } });
  const episode = await db.episode.findFirstOrThrow({ where: { isDemo: true } });
  const scenario = await db.scenario.findFirstOrThrow({ where: { isDemo: true } });
  return { studyId: study.id, entryToken: study.entryToken, episodeId: episode.id, scenarioId: scenario.id };
}

/** A new annotator's visit: its actor and its cookie. */
export type MadeVisit = { cookie: MadeCookie; actor: Extract<Actor, { kind: "annotator" }> };

/** Lets a new annotator into a study by a personal link. */
export async function makeVisit(study: { studyId: string; entryToken: string }): Promise<MadeVisit> {
  const labels = [`test-${randomUUID()}`];
  await createPersonalLinks(systemActor("e2e"), { studyId: study.studyId, labels });
  const link = await getDb().personalLink.findFirstOrThrow({ where: { studyId: study.studyId, label: labels[0] } });
  const entered = await enterStudy(ANONYMOUS, {
    entryToken: study.entryToken,
    personalToken: link.token,
    device: "desktop",
  });
  const { name, value, path } = await signVisitCookie(entered);
  const { visitId, annotatorId, studyId } = entered;
  return { cookie: { name, value, path }, actor: { kind: "annotator", visitId, annotatorId, studyId } };
}

/** Takes a new annotator past everything that comes before the first item, and claims it. */
export async function claimFirstItem(visit: MadeVisit): Promise<string> {
  const now = new Date();
  const passed = { consentedAt: now, guidelinesReadAt: now, checkPassedAt: now, practicedAt: now };
  await getDb().annotator.update({ where: { id: visit.actor.annotatorId }, data: { stage: "rating", ...passed } });
  const next = await claimNextItem(visit.actor, {});
  if (!("assignmentId" in next)) throw new Error(`There was no item to claim: ${next.ended}.`);
  return next.assignmentId;
}

import { createHmac } from "node:crypto";
import { authSecret } from "#lib/env.ts";

/**
 * Names a person without storing who they are: a hash of the panel's participant id under the installation's secret, so
 * that the same person is recognised in every study (a qualifying pilot), and nobody without the secret can test an id.
 * Changing `AUTH_SECRET` makes everybody a stranger.
 */
export function personKeyOfPanel(panelKind: string, participantId: string): string {
  return keyed(`person ${panelKind} ${participantId.toLowerCase()}`).toString("base64url");
}

/** Names the person behind a personal link. */
export function personKeyOfLink(token: string): string {
  return keyed(`link ${token}`).toString("base64url");
}

/** Names one session of a panel (Prolific: a submission); empty sessions of one person are one. */
export function sessionKeyOf(sessionId: string): string {
  return keyed(`session ${sessionId}`).toString("base64url").slice(0, 24);
}

/** 64 bytes that a person's pseudonym in one study is drawn from. */
export function pseudonymBytes(studyId: string, personKey: string): Uint8Array {
  return createHmac("sha512", derivedKey()).update(`pseudonym ${studyId} ${personKey}`).digest();
}

function keyed(text: string): Buffer {
  return createHmac("sha256", derivedKey()).update(text).digest();
}

/** A key of its own, so that nothing signed elsewhere with the same secret can stand in for it. */
function derivedKey(): Buffer {
  return createHmac("sha256", authSecret()).update("studio annotators").digest();
}

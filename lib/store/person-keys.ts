import { createHmac } from "node:crypto";
import { readableCode } from "#lib/domain/studies/pseudonym.ts";
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

/** A rater's key in place of a name, as a stored mapping has it. */
const SEALED = /^person:([\w-]{43})$/;

/** A rater's name as it may be stored: by its key, which {@link raterOfFile} reads as the same person. */
export function sealedRater(id: string): string {
  return id === "" || SEALED.test(id) ? id : `person:${raterKeyOf(id)}`;
}

function raterKeyOf(id: string): string {
  if (PROLIFIC_ID.test(id)) return personKeyOfPanel("prolific", id);
  return keyed(`rater ${id.normalize("NFKC").toLowerCase()}`).toString("base64url");
}

/** A participant id of Prolific: 24 hexadecimal digits. */
const PROLIFIC_ID = /^[0-9a-f]{24}$/i;

/**
 * Names the person behind a rater id of an imported file, and gives the pseudonym (`R-7F3K2M`) that is shown instead.
 * One person has one key in all files; a Prolific id has the same key as the annotator of a study who came with it.
 */
export function raterOfFile(id: string): { raterKey: string; pseudonym: string } {
  const raterKey = SEALED.exec(id)?.[1] ?? raterKeyOf(id);
  return { raterKey, pseudonym: `R-${readableCode(keyed(`rater name ${raterKey}`), 6)}` };
}

function keyed(text: string): Buffer {
  return createHmac("sha256", derivedKey()).update(text).digest();
}

/** A key of its own, so that nothing signed elsewhere with the same secret can stand in for it. */
function derivedKey(): Buffer {
  return createHmac("sha256", authSecret()).update("studio annotators").digest();
}

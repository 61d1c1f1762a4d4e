import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { SaveReply, SaveRequest } from "./draft-types.ts";

/** A save without an answer after this long counts as failed (ms). */
const TIMEOUT_MS = 12_000;

type Answer = {
  revision?: number;
  savedAt?: string;
  leaseSecondsLeft?: number | null;
  error?: {
    code: string;
    message: string;
    issues?: { message: string }[];
    current?: { revision: number; ratings: RatingDraft[] };
  };
};

/** Posts one save and reads the answer. Never throws: whatever goes wrong on the way is `failed` and is tried again. */
export async function sendDraft(
  url: string,
  assignmentId: string,
  request: SaveRequest,
  options: { isLeaving: boolean },
): Promise<SaveReply> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ assignmentId, ...request }),
      keepalive: options.isLeaving,
      signal: options.isLeaving ? null : AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer = (await response.json()) as Answer;
    return readAnswer(response, answer);
  } catch {
    return { kind: "failed" };
  }
}

function readAnswer(response: Response, answer: Answer): SaveReply {
  if (response.ok && answer.revision !== undefined)
    return {
      kind: "saved",
      revision: answer.revision,
      savedAt: answer.savedAt ?? new Date().toISOString(),
      leaseSecondsLeft: answer.leaseSecondsLeft ?? null,
    };
  if (answer.error?.code === "STALE" && answer.error.current)
    return { kind: "stale", revision: answer.error.current.revision, ratings: answer.error.current.ratings };
  if (response.status === 429 || response.status >= 500) {
    const wait = Number(response.headers.get("retry-after"));
    return wait > 0 ? { kind: "failed", retryAfterSeconds: Math.min(wait, 60) } : { kind: "failed" };
  }
  return {
    kind: "refused",
    // The sentence about the field says it without the field's path.
    message:
      answer.error?.issues?.[0]?.message ??
      answer.error?.message ??
      "The server did not accept this. Your work is kept here.",
    isMendable: answer.error?.code === "INVALID" || answer.error?.code === "UNAUTHENTICATED",
  };
}

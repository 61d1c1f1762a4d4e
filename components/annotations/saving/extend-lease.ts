import type { DraftSaver } from "./draft-saver.ts";

/** Asks for more time and tells the saver of the new end of the lease. False when none was given or nobody answered. */
export async function extendLease(url: string, assignmentId: string, saver: DraftSaver): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ assignmentId }),
    });
    if (!response.ok) return false;
    const answer = (await response.json()) as { leaseSecondsLeft: number | null };
    saver.setLease(answer.leaseSecondsLeft);
    return true;
  } catch {
    return false;
  }
}

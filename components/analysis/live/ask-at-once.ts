import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import type { ViewAnswer } from "./view-answer.ts";

/** Answers that the page itself gives better: who has signed out is led to sign in, what is gone has a page that says so. */
const SAID_BY_THE_PAGE = [401, 403, 404];

/**
 * Asks for what one view finds without waiting for intervals that take long. Throws an error whose message can be shown;
 * where the page says it better it is loaded anew, unless this is asked ahead of a press.
 */
export async function askAtOnce<Name extends ViewName>(
  { analysisId, view }: { analysisId: string; view: Name },
  query: string,
  signal: AbortSignal,
  isAhead: boolean,
): Promise<ViewAnswer<Name>> {
  const response = await fetch(
    `/api/v1/analyses/${analysisId}/views/${view}?wait=no${isAhead ? "&ahead=yes" : ""}&${query}`,
    { signal },
  ).catch(() => {
    throw new Error("The server could not be reached, so these are still the numbers from before.");
  });
  if (!isAhead && SAID_BY_THE_PAGE.includes(response.status)) window.location.reload();
  const body = await response.json().catch(() => null);
  if (response.ok && body) return body as ViewAnswer<Name>;
  throw new Error(body?.error?.message ?? "The server could not answer, so these are still the numbers from before.");
}

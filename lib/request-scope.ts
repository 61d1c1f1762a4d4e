import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of the request that is being served, for the audit log and the log lines. */
export type RequestScope = { requestId: string };

const scopes = new AsyncLocalStorage<RequestScope>();

/** Runs `work` so that everything it awaits can name the request by {@link currentRequestId}. */
export function inRequestScope<T>(scope: RequestScope, work: () => Promise<T>): Promise<T> {
  return scopes.run(scope, work);
}

/** The id of the request that is being served; null in the worker, the shell and while a page renders. */
export function currentRequestId(): string | null {
  return scopes.getStore()?.requestId ?? null;
}

import { AsyncLocalStorage } from "node:async_hooks";

/** What came to be known of a request while it was served; one object for all that serves it. */
type Seen = { actorKind: "anonymous" | "user" | "annotator" };

/** What is known of the request that is being served, for the audit log and the log lines. */
export type RequestScope = { requestId: string; seen: Seen };

/** Kept on the global object: the server, the pages and the routes of one process are separate copies of this module. */
const holder = globalThis as typeof globalThis & { studioRequestScopes?: AsyncLocalStorage<RequestScope> };

function scopes(): AsyncLocalStorage<RequestScope> {
  holder.studioRequestScopes ??= new AsyncLocalStorage();
  return holder.studioRequestScopes;
}

/** Runs `work` so that everything it starts knows this scope. */
export function runInRequestScope<T>(scope: RequestScope, work: () => T): T {
  return scopes().run(scope, work);
}

/** Runs `work` so that everything it awaits can name the request by {@link currentRequestId}. */
export function inRequestScope<T>({ requestId }: { requestId: string }, work: () => Promise<T>): Promise<T> {
  return scopes().run({ requestId, seen: scopes().getStore()?.seen ?? { actorKind: "anonymous" } }, work);
}

/** The id of the request that is being served; null in the worker and the shell. */
export function currentRequestId(): string | null {
  return scopes().getStore()?.requestId ?? null;
}

/** Notes whom the request that is being served was found to come from, for its line in the log. */
export function noteActorKind(kind: Seen["actorKind"]): void {
  const scope = scopes().getStore();
  if (scope) scope.seen.actorKind = kind;
}

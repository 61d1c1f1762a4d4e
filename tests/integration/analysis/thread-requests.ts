type Thread = { waiting: Map<number, unknown>; lastId: number };

/** How many requests the thread has not answered yet. */
export function waitingRequests(): number {
  return thread()?.waiting.size ?? 0;
}

/** How many requests have reached the thread that runs; none where none runs. */
export function begunRequests(): number {
  return thread()?.lastId ?? 0;
}

function thread(): Thread | undefined {
  return (globalThis as { analysisThread?: Thread }).analysisThread;
}

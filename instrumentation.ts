// Next compiles this file for its Edge runtime too, which knows no process: what needs one stands in a file of its own.

/** Run by Next once in each web process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { reportUnseenRejections } = await import("#lib/web/process-reports.ts");
    reportUnseenRejections();
  }
}

/** Errors while a page or a route is rendered, which Next has already caught and answered. */
export async function onRequestError(
  error: unknown,
  request: { path: string; method: string },
  context: { routePath: string; routeType: string },
): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { reportRenderError } = await import("#lib/web/process-reports.ts");
    reportRenderError(error, request, context);
  }
}

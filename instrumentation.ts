/** Run by Next once in each web process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("#lib/log.ts");
  process.on("unhandledRejection", (error) => log().error({ err: error }, "A promise failed and nobody waited for it"));
}

/** Errors while a page or a route is rendered, which Next has already caught and answered. */
export async function onRequestError(
  error: unknown,
  request: { path: string; method: string },
  context: { routePath: string; routeType: string },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("#lib/log.ts");
  log().error(
    { err: error, method: request.method, url: request.path, route: context.routePath },
    "A page could not be rendered",
  );
}

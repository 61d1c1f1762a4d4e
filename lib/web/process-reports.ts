import { log } from "#lib/log.ts";

/** Lets the web process write promises that failed unseen into its log. Call it once. */
export function reportUnseenRejections(): void {
  process.on("unhandledRejection", (error) => log().error({ err: error }, "A promise failed and nobody waited for it"));
}

/** Writes an error of a page or route that Next has already caught and answered into the log. */
export function reportRenderError(
  error: unknown,
  request: { path: string; method: string },
  context: { routePath: string },
): void {
  log().error(
    { err: error, method: request.method, url: request.path, route: context.routePath },
    "A page could not be rendered",
  );
}

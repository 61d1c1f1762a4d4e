import { AppError, isAppError } from "#lib/domain/shared/errors.ts";
import { type AnnotatorActor, readVisitActor } from "#lib/web/annotator-cookie.ts";
import { limitBody } from "#lib/web/body-limit.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { STATUS_OF_ERROR } from "#lib/web/error-response.ts";
import { visitPaths } from "./visit-paths.ts";

/** What a handler of the visit gets: who, where everything is, and what was sent (a form or JSON, never both). */
export type VisitCall = {
  actor: AnnotatorActor;
  entryToken: string;
  paths: ReturnType<typeof visitPaths>;
  params: Record<string, string>;
  /** The fields of a form; null when JSON was sent. */
  form: FormData | null;
  /** The parsed body; null when a form was sent. */
  json: unknown;
};

type Handler = (call: VisitCall) => Promise<Response | object>;

/**
 * A route of the visit, for pages with and without JavaScript: JSON gets JSON, a form gets a 303 to a page.
 * Where the person's own step is refused, a form leads to where the visit stands, which says the rest.
 */
export function defineVisitRoute(handler: Handler) {
  return defineRoute({ auth: "none" }, async ({ request, params }) => {
    const entryToken = params.entryToken ?? "";
    const paths = visitPaths(entryToken);
    const isForm = !(request.headers.get("content-type") ?? "").startsWith("application/json");
    try {
      const limited = limitBody(request);
      const actor = await readVisitActor(request, entryToken);
      if (!actor) throw notInThisBrowser();
      const body = await readBody(limited, isForm);
      return await handler({ actor, entryToken, paths, params, ...body });
    } catch (error) {
      if (!isForm || !isAppError(error)) throw error;
      return answerForm(error, paths);
    }
  });
}

async function readBody(request: Request, isForm: boolean): Promise<Pick<VisitCall, "form" | "json">> {
  if (request.method === "GET") return { form: null, json: null };
  try {
    return isForm ? { form: await request.formData(), json: null } : { form: null, json: await request.json() };
  } catch (error) {
    if (isAppError(error)) throw error;
    throw new AppError("INVALID", "What was sent could not be read. Nothing was changed. Go back and send it again.");
  }
}

/** A 303 to a page; the address stays relative, so that it is right behind any proxy. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

function answerForm(error: AppError, paths: VisitCall["paths"]): Response {
  if (error.code === "UNAUTHENTICATED") return seeOther(paths.noEntry("visit"));
  if (error.code === "CONFLICT" || error.code === "NOT_FOUND" || error.code === "EXPIRED") return seeOther(paths.start);
  return new Response(refusalPage(error.message, paths.start), {
    status: STATUS_OF_ERROR[error.code],
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A plain page for a form that was refused: why, that nothing typed is gone, and both ways on. It needs no script. */
function refusalPage(message: string, start: string): string {
  const text = message.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>This could not be saved</title><link rel="stylesheet" href="/plain.css"></head>
<body><main><h1>This could not be saved</h1><p>${text}</p>
<p>Go back with the back button of your browser: what you typed is still there, and you can change it and send it again.</p>
<p><a href="${start}">Go on with what was saved before</a></p></main></body></html>`;
}

function notInThisBrowser(): AppError {
  return new AppError(
    "UNAUTHENTICATED",
    "Your visit is not known in this browser any more. Open your study link again; everything that was saved is there.",
  );
}

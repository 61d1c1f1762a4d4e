import { AppError } from "#lib/domain/shared/errors.ts";
import { importFile } from "#lib/operations/imports/import-file.ts";
import { listImports } from "#lib/operations/imports/list-imports.ts";
import { uploadLimitBytes } from "#lib/operations/imports/upload-limit.ts";
import { requireBodyWithin } from "#lib/web/body-limit.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { takeUploadedFiles } from "#lib/web/uploaded-files.ts";

/** Room for the seams of a multipart form around its files. */
const FORM_OVERHEAD = 1_000_000;

function linksOf(id: string) {
  const self = `/api/v1/imports/${id}`;
  return { self, lines: `${self}/lines`, cancel: `${self}/cancel`, page: `/episodes/imports/${id}` };
}

/** `GET /api/v1/imports`: the newest imports; `?before=ID&limit=N` for the page after. */
export const GET = defineRoute({ auth: "user" }, async ({ request, actor }) => {
  const query = request.nextUrl.searchParams;
  const limit = Number(query.get("limit") ?? 20);
  return listImports(actor, { limit, before: query.get("before") ?? undefined });
});

/**
 * `POST /api/v1/imports`: takes files in as a multipart form, or one file as the body itself (`?fileName=…`), and
 * queues their imports. Beside them `judgeVersion`, the version of the judges whose ratings come with the episodes. 202 with one entry a file; a form sent by a browser is led to the page of its import.
 */
export const POST = defineRoute({ auth: "user" }, async ({ request, actor }) => {
  requireBodyWithin(request.headers, uploadLimitBytes() + FORM_OVERHEAD);
  const imports = await takeUploadedFiles(request, ({ fileName, source, fields }) =>
    importFile(actor, { fileName, source, judgeVersion: fields.judgeVersion }),
  );
  const [first] = imports;
  if (!first) throw new AppError("INVALID", "No file was sent. Choose at least one file.");
  const isForm = (request.headers.get("accept") ?? "").includes("text/html");
  if (isForm) {
    const page = imports.length === 1 ? linksOf(first.id).page : "/episodes/import";
    return new Response(null, { status: 303, headers: { location: page } });
  }
  const body = imports.map(({ id, fileName, bytes, state }) => ({ id, fileName, bytes, state, links: linksOf(id) }));
  return Response.json({ imports: body }, { status: 202, headers: { location: linksOf(first.id).self } });
});

import { mappingFromFields } from "#lib/domain/rating-imports/mapping-fields.ts";
import { AppError } from "#lib/domain/shared/errors.ts";
import { uploadLimitBytes } from "#lib/operations/imports/upload-limit.ts";
import { importRatingFile } from "#lib/operations/rating-imports/import-rating-file.ts";
import { listRatingImports } from "#lib/operations/rating-imports/list-rating-imports.ts";
import { requireBodyWithin } from "#lib/web/body-limit.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { takeUploadedFiles } from "#lib/web/uploaded-files.ts";

/** Room for the seams of a multipart form around its files. */
const FORM_OVERHEAD = 1_000_000;

function linksOf(id: string) {
  const self = `/api/v1/rating-imports/${id}`;
  return { self, mapping: `${self}/mapping`, lines: `${self}/lines`, cancel: `${self}/cancel`, page: `/ratings/${id}` };
}

/** `GET /api/v1/rating-imports`: the newest imports of ratings; `?before=ID&limit=N` for the page after. */
export const GET = defineRoute({ auth: "user" }, async ({ request, actor }) => {
  const query = request.nextUrl.searchParams;
  const limit = Number(query.get("limit") ?? 20);
  return listRatingImports(actor, { limit, before: query.get("before") ?? undefined });
});

/**
 * `POST /api/v1/rating-imports`: takes files of ratings in as a multipart form, or one file as the body itself
 * (`?fileName=…`). Beside them `judgeName`, `judgeModel`, `judgeVersion`, `rater`, `condition`, or a whole `mapping` as
 * JSON. 202 with one entry a file; one in state `mapping` waits for `POST …/mapping`; `isRepeat` says that the same file
 * is here already. A form sent by a browser is led to the page of its import.
 */
export const POST = defineRoute({ auth: "user" }, async ({ request, actor }) => {
  requireBodyWithin(request.headers, uploadLimitBytes() + FORM_OVERHEAD);
  const imports = await takeUploadedFiles(request, ({ fileName, source, fields }) =>
    importRatingFile(actor, { fileName, source, mapping: mappingFromFields(fields) }),
  );
  const [first] = imports;
  if (!first) throw new AppError("INVALID", "No file was sent. Choose at least one file.");
  const isForm = (request.headers.get("accept") ?? "").includes("text/html");
  if (isForm) {
    const repeat = first.isRepeat ? `?${new URLSearchParams({ repeat: first.sentName })}` : "";
    const page = imports.length === 1 ? `${linksOf(first.id).page}${repeat}` : "/ratings";
    return new Response(null, { status: 303, headers: { location: page } });
  }
  const body = imports.map(({ id, fileName, bytes, state, shape, isRepeat }) => {
    return { id, fileName, bytes, state, shape, isRepeat, links: linksOf(id) };
  });
  return Response.json({ imports: body }, { status: 202, headers: { location: linksOf(first.id).self } });
});

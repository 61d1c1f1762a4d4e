import { AppError } from "#lib/domain/shared/errors.ts";
import { getRawRecord, RAW_IS_DAMAGED } from "#lib/operations/episodes/get-raw-record.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { downloadResponse } from "#lib/web/download.ts";

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** `GET /api/v1/episodes/{episodeId}/raw`: the record exactly as its file has it. */
export const GET = defineRoute({ auth: "user" }, async ({ actor, params }) => {
  const { raw, sourceId } = await getRawRecord(actor, { episodeId: params.episodeId ?? "" });
  if (raw === null) throw new AppError("UNAVAILABLE", RAW_IS_DAMAGED);
  return downloadResponse({ fileName: `${sourceId}.json`, mediaType: "application/json", content: once(raw) });
});

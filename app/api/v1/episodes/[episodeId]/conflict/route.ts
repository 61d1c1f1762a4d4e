import { z } from "zod";
import { getEpisode } from "#lib/operations/episodes/get-episode.ts";
import { resolveConflict, type VersionDecision } from "#lib/operations/episodes/resolve-conflict.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { readJson } from "#lib/web/read-json.ts";

/** `GET /api/v1/episodes/{episodeId}/conflict`: every version of its source id and where it stands. */
export const GET = defineRoute({ auth: "user" }, async ({ actor, params }) => {
  const { episode, versions } = await getEpisode(actor, { episodeId: params.episodeId ?? "" });
  const all = [episode, ...versions].sort((one, other) => one.variant - other.variant);
  return {
    sourceId: episode.sourceId,
    versions: all.map(({ id, variant, conflictState, sourceFile }) => ({ id, variant, conflictState, sourceFile })),
  };
});

/** `POST /api/v1/episodes/{episodeId}/conflict` with `{"keep": "this" or "all"}`: decides between its versions. */
export const POST = defineRoute({ auth: "user" }, async ({ request, actor, params }) => {
  // The operation reads what is in the body, after it has looked at who asks.
  const decision = await readJson(request, z.record(z.string(), z.unknown()));
  return resolveConflict(actor, { ...(decision as VersionDecision), episodeId: params.episodeId ?? "" });
});

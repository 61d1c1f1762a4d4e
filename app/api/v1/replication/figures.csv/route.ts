import { exportFigures } from "#lib/operations/replication/export-figures.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { downloadResponse } from "#lib/web/download.ts";

/** `GET /api/v1/replication/figures.csv`: every figure of the replicated paper, published, recomputed and corrected. */
export const GET = defineRoute({ auth: "user" }, async ({ actor }) => downloadResponse(await exportFigures(actor, {})));

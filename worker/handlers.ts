import { systemActor } from "#lib/domain/access/actor.ts";
import type { JobHandlers } from "#lib/jobs/dispatcher.ts";
import { searchSelfNaming } from "#lib/operations/episodes/search-self-naming.ts";
import { goOnDeciding } from "#lib/operations/imports/go-on-deciding.ts";
import { purgeImportFiles } from "#lib/operations/imports/purge-import-files.ts";
import { relinkMarked } from "#lib/operations/imports/relink-marked.ts";
import { requeueImports } from "#lib/operations/imports/requeue-imports.ts";
import { runImport } from "#lib/operations/imports/run-import.ts";
import { requeueRatingImports } from "#lib/operations/rating-imports/requeue-rating-imports.ts";
import { runRatingImport } from "#lib/operations/rating-imports/run-rating-import.ts";
import { endAbandonedVisits } from "#lib/operations/visits/end-abandoned-visits.ts";
import { expireLeases } from "#lib/operations/visits/expire-leases.ts";
import { purgePanelIdentities } from "#lib/operations/visits/purge-panel-identities.ts";

const worker = systemActor("worker");

/** Which operation each kind of job runs, as the system. A kind that is not listed is not taken by this worker. */
export const handlers: JobHandlers = {
  "maintenance.expire-leases": async () => {
    await expireLeases(worker, {});
  },
  "maintenance.requeue-imports": async () => {
    await requeueImports(worker, {});
    await requeueRatingImports(worker, {});
  },
  "maintenance.read-transcripts": async (_payload, { signal }) => {
    await relinkMarked(worker, { signal });
    await searchSelfNaming(worker, { signal });
  },
  "maintenance.end-abandoned-visits": async () => {
    await endAbandonedVisits(worker, {});
  },
  "maintenance.purge": async () => {
    await purgePanelIdentities(worker, {});
    await purgeImportFiles(worker, {});
  },
  "episodes.import": async ({ importId }, { signal }) => {
    await runImport(worker, { importId, signal });
  },
  "episodes.decide-conflicts": async (payload, { signal }) => {
    await goOnDeciding(worker, { ...payload, signal });
  },
  "ratings.import": async ({ importId }, { signal }) => {
    await runRatingImport(worker, { importId, signal });
  },
};

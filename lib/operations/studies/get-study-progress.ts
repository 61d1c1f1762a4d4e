import { z } from "zod";
import { hourlyPay } from "#lib/domain/studies/pay.ts";
import type { StudyProgress } from "#lib/domain/studies/progress.ts";
import { getDb } from "#lib/store/db.ts";
import {
  countAnnotations,
  countArrivals,
  countItemsByState,
  findTiming,
  findVisitMinutes,
  listRunningLeases,
  listSkips,
} from "#lib/store/study-progress.ts";
import { defineOperation } from "../define-operation.ts";
import { requireStudy } from "../require-study.ts";

/** The most running leases that the monitor lists. */
const MAX_LEASES = 100;

/** Where a study stands at this moment, counted from its rows. */
export const getStudyProgress = defineOperation({
  name: "studies/get-study-progress",
  permission: "studies.read",
  input: z.object({ studyId: z.string() }),
  deps: { now: () => new Date() },
  run: async (_actor, { studyId }, { now }) => {
    const db = getDb();
    const study = await requireStudy(db, studyId);
    const { annotationsPerItem, rewardMinor } = study.design;
    const [items, annotations, arrivals, leases, timing, skips, visits] = await Promise.all([
      countItemsByState(db, studyId, annotationsPerItem),
      countAnnotations(db, studyId),
      countArrivals(db, studyId),
      listRunningLeases(db, studyId, MAX_LEASES),
      findTiming(db, studyId),
      listSkips(db, studyId),
      findVisitMinutes(db, studyId),
    ]);
    const { timeouts, atWork, ...counts } = annotations;
    const progress: StudyProgress = {
      items,
      annotations: { wanted: items.total * annotationsPerItem, ...counts },
      arrivals: {
        total: arrivals.reduce((sum, row) => sum + row.count, 0),
        open: arrivals.find((row) => row.outcome === null)?.count ?? 0,
        byOutcome: arrivals.flatMap(({ outcome, count }) => (outcome ? [{ outcome, count }] : [])),
      },
      atWork,
      leases,
      timing,
      timeouts,
      skips,
      pay: { ...visits, hourlyMinor: hourlyPay(rewardMinor, visits.medianMinutes ?? 0) },
    };
    return { state: study.state, at: now(), progress };
  },
});

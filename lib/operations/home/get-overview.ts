import { z } from "zod";
import type { StudySummary } from "#lib/domain/studies/study.ts";
import { getDb } from "#lib/store/db.ts";
import { type Overview, readOverview } from "#lib/store/overview.ts";
import { listStudySummaries } from "#lib/store/study-lists.ts";
import { defineOperation } from "../define-operation.ts";

/** What is running, what needs somebody, and what is still to be done first. */
export type Home = Overview & { studies: StudySummary[] };

/** Studies shown on the home page. */
const STUDIES = 6;

/** Reads the home page: the newest studies and the few facts that decide what to do next. */
export const getOverview = defineOperation({
  name: "home/get-overview",
  permission: "studies.read",
  input: z.object({}),
  deps: {},
  run: async (): Promise<Home> => {
    const db = getDb();
    const [overview, studies] = await Promise.all([
      readOverview(db),
      listStudySummaries(db, { limit: STUDIES, after: null }),
    ]);
    return { ...overview, studies };
  },
});

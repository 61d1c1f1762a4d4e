import { z } from "zod";
import { can } from "#lib/domain/access/permissions.ts";
import type { StudySummary } from "#lib/domain/studies/study.ts";
import { env } from "#lib/env.ts";
import { getDb } from "#lib/store/db.ts";
import { type Overview, readOverview } from "#lib/store/overview.ts";
import { listStudySummaries } from "#lib/store/study-lists.ts";
import { needsDatabaseNote } from "#lib/store/users.ts";
import { defineOperation } from "../define-operation.ts";

/** What is running, what needs somebody, and what is still to be done first. */
export type Home = Overview & {
  studies: StudySummary[];
  /** Several people work on the embedded database, and this one may do something about it and has not put the note away. */
  showsDatabaseNote: boolean;
};

/** Studies shown on the home page. */
const STUDIES = 6;

/** Reads the home page: the newest studies and the few facts that decide what to do next. */
export const getOverview = defineOperation({
  name: "home/get-overview",
  permission: "studies.read",
  input: z.object({}),
  deps: { isEmbedded: () => env().DATABASE_EMBEDDED },
  run: async (actor, _input, { isEmbedded }): Promise<Home> => {
    const db = getDb();
    const isAsked = actor.kind === "user" && isEmbedded() && can(actor, "studies.write");
    const [overview, studies, showsDatabaseNote] = await Promise.all([
      readOverview(db),
      listStudySummaries(db, { limit: STUDIES, after: null }),
      isAsked ? needsDatabaseNote(db, actor.userId) : false,
    ]);
    return { ...overview, studies, showsDatabaseNote };
  },
});

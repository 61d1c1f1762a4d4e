import { z } from "zod";
import { type ListedJudge, versionStanding } from "#lib/domain/analysis/stated-judge.ts";
import { listStoredJudges } from "#lib/store/judge-versions.ts";
import { defineOperation } from "../define-operation.ts";

/** Every judge with ratings here, of episodes or in files, with what is known of its version and who said so. */
export const listJudges = defineOperation({
  name: "judges/list-judges",
  permission: "ratings.read",
  input: z.object({}),
  deps: {},
  async run(): Promise<{ judges: ListedJudge[] }> {
    const stored = await listStoredJudges();
    return {
      judges: stored.map(({ named, ...judge }) => ({
        ...judge,
        ...versionStanding(judge, named),
        named: named && { version: named.version, at: named.at },
      })),
    };
  },
});

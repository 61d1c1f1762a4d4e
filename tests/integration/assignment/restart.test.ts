import { describe, expect, it } from "vitest";
import { isAppError } from "#lib/domain/shared/errors.ts";
import { queryRows, repeatable, repeatRows } from "#lib/store/sql.ts";
import { failure } from "#tests/factories/failure.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase({ reset: "file" });

/** Ends every other connection to this database, as a restart would. */
const endConnections =
  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

describe("a database that restarts", () => {
  it("is asked again for what may be done twice, and not for what may not", async (context) => {
    if (database.kind !== "postgres") return context.skip("The embedded database cannot end single connections.");
    const slow = repeatRows<{ done: boolean }>("SELECT pg_sleep(0.4)::text = '' AS done", []);
    const once = failure(queryRows("SELECT pg_sleep(0.4)", []));
    await new Promise((resolve) => setTimeout(resolve, 150));
    await queryRows(endConnections, []);
    expect(await slow).toEqual([{ done: true }]);
    expect(await once).toMatchObject({ code: "UNAVAILABLE", details: { retryAfterSeconds: 3 } });
  });

  it("is not asked for ever", async () => {
    let attempts = 0;
    const error = await failure(
      repeatable(async () => {
        attempts += 1;
        throw Object.assign(new Error("gone"), { code: "ECONNRESET" });
      }),
    );
    expect(isAppError(error)).toBe(true);
    expect(attempts).toBe(5);
  });

  it("leaves every other error as it is", async () => {
    const error = await failure(repeatRows("SELECT 1 / 0", []));
    expect(error).toMatchObject({ code: "22012" });
  });
});

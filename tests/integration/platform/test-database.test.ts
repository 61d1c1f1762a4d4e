import { describe, expect, it } from "vitest";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

describe("the database of a test worker", () => {
  for (const round of [1, 2]) {
    it(`is migrated and empty before each test (${round})`, async () => {
      expect(await database.db.user.count()).toBe(0);
      expect(await database.db.auditEntry.count()).toBe(0);
      await database.db.user.create({ data: { email: `a${round}@example.org`, name: "Ada", role: "admin" } });
      // An append-only table is emptied too, although nothing in the app could do that.
      await database.db.auditEntry.create({
        data: { actorKind: "system", actorId: "test", action: "test", subjectKind: "test", subjectId: "1" },
      });
      await expect(database.db.auditEntry.deleteMany()).rejects.toThrow();
      expect(await database.db.user.count()).toBe(1);
    });
  }
});

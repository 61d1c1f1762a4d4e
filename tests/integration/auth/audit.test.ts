import { describe, expect, it } from "vitest";
import { listAuditEntries } from "#lib/operations/audit/list-audit-entries.ts";
import { createInvitation } from "#lib/operations/invitations/create-invitation.ts";
import { changeRole } from "#lib/operations/users/change-role.ts";
import { inRequestScope } from "#lib/request-scope.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { makePerson, type UserActor } from "#tests/factories/people.ts";
import { withTestDatabase } from "#tests/support/database.ts";

const database = withTestDatabase();

async function record(actor: UserActor, action: string, subjectId: string): Promise<void> {
  await recordAudit(database.db, { actor, action, subjectKind: "study", subjectId });
}

describe("the audit log", () => {
  it("tells who changed what from what to what, in which request", async () => {
    const admin = await makePerson("admin");
    const other = await makePerson("analyst");
    const { userId } = other.actor;
    await inRequestScope({ requestId: "request-0815" }, () => changeRole(admin.actor, { userId, role: "researcher" }));
    const { entries } = await listAuditEntries(admin.actor, { action: "users.change-role" });
    expect(entries).toMatchObject([
      {
        actorKind: "user",
        actorId: admin.actor.userId,
        actorName: admin.actor.name,
        subjectKind: "user",
        subjectId: userId,
        before: { role: "analyst" },
        after: { role: "researcher" },
        requestId: "request-0815",
      },
    ]);
  });

  it("says nothing of what did not happen", async () => {
    const admin = await makePerson("admin");
    await expect(createInvitation(admin.actor, { email: admin.email, role: "analyst" })).rejects.toThrow();
    await expect(
      database.db.$transaction(async (tx) => {
        await recordAudit(tx, { actor: admin.actor, action: "x.y", subjectKind: "study", subjectId: "1" });
        throw new Error("rolled back");
      }),
    ).rejects.toThrow("rolled back");
    expect(await database.db.auditEntry.count()).toBe(0);
  });

  it("can be neither changed nor cut, by any way through the database’s client", async () => {
    const admin = await makePerson("admin");
    await record(admin.actor, "studies.launch", "s1");
    await expect(database.db.auditEntry.updateMany({ data: { actorName: "somebody else" } })).rejects.toThrow(
      /append-only/,
    );
    await expect(database.db.auditEntry.deleteMany()).rejects.toThrow(/append-only/);
    expect(await database.db.auditEntry.findMany()).toMatchObject([{ actorName: admin.actor.name }]);
  });

  it("is read page by page, every line once, while new ones come in", async () => {
    const admin = await makePerson("admin");
    for (let n = 0; n < 25; n += 1) await record(admin.actor, "studies.change", `s${n}`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAuditEntries(admin.actor, { cursor }, { pageSize: 10 });
      seen.push(...page.entries.map((entry) => entry.subjectId));
      await record(admin.actor, "studies.change", "later");
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => `s${24 - n}`));
  });

  it("is filtered by action, person, thing and day", async () => {
    const admin = await makePerson("admin");
    const other = await makePerson("researcher");
    await record(admin.actor, "studies.launch", "s1");
    await record(other.actor, "studies.close", "s1");
    await record(other.actor, "studies.close", "s2");
    const idsFor = async (filter: object) =>
      (await listAuditEntries(admin.actor, filter)).entries.map((entry) => `${entry.action} ${entry.subjectId}`);
    expect(await idsFor({ action: "studies.launch" })).toEqual(["studies.launch s1"]);
    expect(await idsFor({ actorId: other.actor.userId })).toEqual(["studies.close s2", "studies.close s1"]);
    expect(await idsFor({ subjectId: "s1" })).toEqual(["studies.close s1", "studies.launch s1"]);
    const today = new Date().toISOString().slice(0, 10);
    expect(await idsFor({ from: today, to: today })).toHaveLength(3);
    expect(await idsFor({ to: "2020-01-01" })).toEqual([]);
    await expect(listAuditEntries(admin.actor, { from: "yesterday" })).rejects.toMatchObject({ code: "INVALID" });
    const { actions, actors } = await listAuditEntries(admin.actor, {});
    expect(actions).toEqual(["studies.close", "studies.launch"]);
    expect(actors.map((actor) => actor.id).sort()).toEqual([admin.actor.userId, other.actor.userId].sort());
  });
});

import { describe, expect, it } from "vitest";
import { createLogger, redactText } from "#lib/log.ts";
import { inRequestScope } from "#lib/request-scope.ts";

function capture() {
  const lines: string[] = [];
  return { lines, log: createLogger("test", "info", { write: (line: string) => void lines.push(line) }) };
}

const PID = "5f0000000000000000000abc";

describe("the log", () => {
  it("is one JSON line an event, with name, level and time", () => {
    const { lines, log } = capture();
    log.info({ rows: 3 }, "Imported");
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      level: "info",
      name: "test",
      msg: "Imported",
      rows: 3,
      time: expect.stringMatching(/^\d{4}-/),
    });
  });

  it("carries the id of the request that is being served, and none outside", async () => {
    const { lines, log } = capture();
    log.info("before");
    await inRequestScope({ requestId: "request-1" }, async () => log.info("within"));
    expect(lines.map((line) => JSON.parse(line).requestId)).toEqual([undefined, "request-1"]);
  });

  it.each([
    [{ password: "hunter2hunter2" }],
    [{ user: { passwordHash: "hunter2hunter2" } }],
    [{ request: { headers: { authorization: "hunter2hunter2" } } }],
    [{ headers: { cookie: "hunter2hunter2" } }],
    [{ visit: { prolificPid: "hunter2hunter2" } }],
    [{ PROLIFIC_PID: "hunter2hunter2" }],
    [{ completionCode: "hunter2hunter2" }],
    [{ url: "/annotate/abc?PROLIFIC_PID=hunter2hunter2&STUDY_ID=x" }],
    [{ url: "https://studio.example.org/setup/hunter2hunter2hunter2" }],
    [{ note: "Authorization: Bearer hunter2hunter2" }],
    [{ database: "postgresql://studio:hunter2hunter2@db/studio" }],
    [{ err: new Error("could not connect to postgres://u:hunter2hunter2@db") }],
  ])("never holds a secret: %o", (fields) => {
    const { lines, log } = capture();
    log.info(fields, "Something happened");
    expect(lines[0]).toContain("[redacted]");
    expect(lines[0]).not.toContain("hunter2");
  });

  it("leaves no secret in the text of a message either", () => {
    const { lines, log } = capture();
    log.info(`Entered with PROLIFIC_PID=${PID}&SESSION_ID=${PID}`);
    expect(lines[0]).not.toContain(PID);
  });

  it("leaves ordinary words alone", () => {
    const text =
      "Study 4 was launched with 24 items; the token count is 12 and the key finding stands at /studies/abc.";
    expect(redactText(text)).toBe(text);
  });
});

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { blindEpisode, blindEpisodeSchema } from "#lib/domain/studies/blinding.ts";
import { deviceOf, isSmallDevice } from "#lib/domain/studies/device.ts";
import { leaseMinutes, minutesLeft, shouldRenew } from "#lib/domain/studies/leases.ts";
import { panelArrivalIssues } from "#lib/domain/studies/panel-ids.ts";
import { pseudonymCandidates } from "#lib/domain/studies/pseudonym.ts";
import { makeEpisodeDocument } from "#tests/factories/episode-document.ts";

describe("leases", () => {
  it("follow 2 + 2t + 2√t and are never short", () => {
    expect([1, 5, 9, 12, 20, 60].map(leaseMinutes)).toEqual([20, 20, 26, 33, 51, 138]);
  });

  it("are renewed by opening once half is used", () => {
    expect([shouldRenew(33 * 30, 12), shouldRenew(33 * 30 - 1, 12), shouldRenew(-5, 12)]).toEqual([false, true, true]);
  });

  it("estimate what is left by the study's own minutes", () => {
    expect(minutesLeft({ minutesPerItem: 12, itemsAfterThis: 1, answeredShare: 0 })).toBe(24);
    expect(minutesLeft({ minutesPerItem: 12, itemsAfterThis: 0, answeredShare: 0.75 })).toBe(3);
    expect(minutesLeft({ minutesPerItem: 12, itemsAfterThis: 0, answeredShare: 1 })).toBe(1);
  });
});

describe("blinding", () => {
  it("passes the fields that annotators need and no other, now and later", () => {
    const document = makeEpisodeDocument();
    // As a later version of the document, or a careless import, might carry it.
    for (const part of [document, ...document.agents, ...document.turns])
      Object.assign(part, { policy: "telltale", model: "telltale" });
    const blind = blindEpisode(document, "Friends");
    expect(JSON.stringify(blind)).not.toMatch(/telltale|profile/);
    expect(blind).toMatchObject({ relationship: "Friends", agents: [{ seenByOther: null }, { seenByOther: null }] });
    expect(blindEpisodeSchema.parse(blind)).toEqual(blind);
    expect(blindEpisodeSchema.safeParse({ ...blind, source: "x" }).success).toBe(false);
    expect(
      blindEpisodeSchema.safeParse({ ...blind, agents: [{ ...blind.agents[0], policy: "x" }, blind.agents[1]] })
        .success,
    ).toBe(false);
  });
});

describe("pseudonyms", () => {
  it("come in the same order for the same person and study, and hardly ever meet", () => {
    const of = (text: string) => pseudonymCandidates(createHash("sha512").update(text).digest());
    expect(of("a")).toEqual(of("a"));
    for (const name of of("a")) expect(name).toMatch(/^A-[2-9A-HJ-NP-Z]{4,8}$/);
    const first = new Set(Array.from({ length: 1000 }, (_, n) => of(`person ${n}`)[0]));
    expect(first.size).toBeGreaterThan(990);
  });
});

describe("devices", () => {
  it.each([
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Mobile/15E148", undefined, "phone"],
    ["Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36", "?1", "phone"],
    ["Mozilla/5.0 (Linux; Android 16; SM-X710) AppleWebKit/537.36 Chrome/140 Safari/537.36", "?0", "tablet"],
    ["Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) AppleWebKit/605.1 Mobile/15E148", undefined, "tablet"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140 Safari/537.36", "?0", "desktop"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", null, "desktop"],
    ["curl/8.0", undefined, "unknown"],
    [null, undefined, "unknown"],
  ])("reads %s", (agent, hint, device) => {
    expect(deviceOf(agent, hint)).toBe(device);
    expect(isSmallDevice(deviceOf(agent, hint))).toBe(device === "phone" || device === "tablet");
  });
});

describe("panel ids", () => {
  const id = "5f".repeat(12);
  const paths = (...args: Parameters<typeof panelArrivalIssues>) =>
    panelArrivalIssues(...args).map((issue) => issue.path);

  it("are 24 hexadecimal digits on Prolific, with a session", () => {
    expect(paths("prolific", { participantId: id, sessionId: id, panelStudyId: "" })).toEqual([]);
    expect(paths("prolific", { participantId: "{{%PROLIFIC_PID%}}", sessionId: "", panelStudyId: "" })).toEqual([
      "panel.participantId",
      "panel.sessionId",
    ]);
  });

  it("are any plain word on another panel, and not asked for without one", () => {
    expect(paths("generic", { participantId: "worker-7@site", sessionId: "", panelStudyId: "" })).toEqual([]);
    expect(paths("generic", { participantId: "a b<c>", sessionId: "", panelStudyId: "" })).toEqual([
      "panel.participantId",
    ]);
    expect(paths("none", { participantId: "", sessionId: "", panelStudyId: "" })).toEqual([]);
  });
});

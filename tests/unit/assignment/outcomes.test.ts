import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Arrival,
  decideArrival,
  OUTCOMES,
  outcomeOfCheck,
  outcomeOfSubmission,
  outcomeWithoutItem,
  returnUrl,
} from "#lib/domain/studies/outcomes.ts";

const newcomer: Arrival = {
  studyState: "running",
  isWrongDevice: false,
  annotatorOutcome: null,
  hasItems: false,
  hasOpenVisit: false,
  lastOutcome: null,
  hasSession: true,
  hasPassedPilot: null,
  hasOpenItem: true,
};

const arrivals = fc.record<Arrival>({
  studyState: fc.constantFrom("running", "paused", "closed"),
  isWrongDevice: fc.boolean(),
  annotatorOutcome: fc.option(fc.constantFrom(...OUTCOMES)),
  hasItems: fc.boolean(),
  hasOpenVisit: fc.boolean(),
  lastOutcome: fc.option(fc.constantFrom(...OUTCOMES)),
  hasSession: fc.boolean(),
  hasPassedPilot: fc.constantFrom(null, true, false),
  hasOpenItem: fc.boolean(),
});

describe("decideArrival", () => {
  it.each<[string, Partial<Arrival>, object]>([
    ["a newcomer", {}, { kind: "admit" }],
    ["somebody on the way", { hasOpenVisit: true }, { kind: "continue" }],
    ["a phone", { isWrongDevice: true }, { kind: "refuse", outcome: "wrong_device", endsVisit: false }],
    [
      "a phone beside a running visit",
      { isWrongDevice: true, hasOpenVisit: true },
      { kind: "refuse", outcome: "wrong_device", endsVisit: false },
    ],
    ["the phone again", { isWrongDevice: true, lastOutcome: "wrong_device" }, { kind: "show" }],
    ["the desktop after the phone", { lastOutcome: "wrong_device" }, { kind: "admit" }],
    ["after closing", { studyState: "closed" }, { kind: "refuse", outcome: "came_late", endsVisit: false }],
    [
      "while paused, before any item",
      { studyState: "paused", hasOpenVisit: true },
      { kind: "refuse", outcome: "came_in_pause", endsVisit: true },
    ],
    ["after that pause", { lastOutcome: "came_in_pause" }, { kind: "admit" }],
    ["after leaving and coming back", { lastOutcome: "abandoned", hasItems: true }, { kind: "admit" }],
    ["after closing, with items", { studyState: "closed", hasItems: true, hasOpenVisit: true }, { kind: "continue" }],
    ["without the pilot", { hasPassedPilot: false }, { kind: "refuse", outcome: "not_qualified", endsVisit: false }],
    ["with the pilot", { hasPassedPilot: true }, { kind: "admit" }],
    [
      "when everything is given out",
      { hasOpenItem: false },
      { kind: "refuse", outcome: "no_item_left", endsVisit: false },
    ],
    ["a reload of the end", { annotatorOutcome: "completed", lastOutcome: "completed" }, { kind: "show" }],
    [
      "another session after the end",
      { annotatorOutcome: "completed" },
      { kind: "refuse", outcome: "came_again", endsVisit: false },
    ],
    [
      "a link opened after the end",
      { annotatorOutcome: "declined", lastOutcome: "declined", hasSession: false },
      { kind: "refuse", outcome: "came_again", endsVisit: false },
    ],
    [
      "that link once more",
      { annotatorOutcome: "declined", lastOutcome: "came_again", hasSession: false },
      { kind: "show" },
    ],
  ])("%s", (_name, change, decision) => {
    expect(decideArrival({ ...newcomer, ...change })).toEqual(decision);
  });

  it("lets somebody who has begun go on from a fitting device, whatever else holds", () => {
    fc.assert(
      fc.property(arrivals, (arrival) => {
        const begun = { ...arrival, annotatorOutcome: null, hasItems: true, isWrongDevice: false };
        expect(decideArrival(begun).kind).toBe(begun.hasOpenVisit ? "continue" : "admit");
      }),
    );
  });

  it("only ever shows an end that there was, and ends only a visit that is open", () => {
    fc.assert(
      fc.property(arrivals, (arrival) => {
        const decision = decideArrival(arrival);
        if (decision.kind === "show") expect(arrival.lastOutcome).not.toBeNull();
        if (decision.kind === "continue") expect(arrival.hasOpenVisit).toBe(true);
        if (decision.kind === "refuse" && decision.endsVisit) expect(arrival.hasOpenVisit).toBe(true);
        if (arrival.annotatorOutcome) expect(["show", "refuse"]).toContain(decision.kind);
      }),
    );
  });
});

describe("the other outcomes", () => {
  it("completes with the last item asked for", () => {
    expect([1, 2, 3, 4].map((submitted) => outcomeOfSubmission(submitted, 3))).toEqual([
      null,
      null,
      "completed",
      "completed",
    ]);
  });

  it("fails the check with the last try only", () => {
    expect([outcomeOfCheck(false, 1, 2), outcomeOfCheck(true, 2, 2), outcomeOfCheck(false, 2, 2)]).toEqual([
      null,
      null,
      "failed_check",
    ]);
  });

  it("pays in full whoever submitted something, and keeps a personal link waiting through a pause", () => {
    const without = (
      reason: "none" | "limit" | "paused" | "closed",
      submitted: number,
      panelKind: "none" | "prolific" = "prolific",
      given = submitted,
    ) => outcomeWithoutItem({ reason, submitted, given, panelKind });
    expect([without("none", 0), without("none", 1)]).toEqual(["no_item_left", "ran_out_midway"]);
    expect([without("closed", 0), without("closed", 1)]).toEqual(["came_late", "ran_out_midway"]);
    expect([without("paused", 0), without("paused", 2), without("paused", 2, "none")]).toEqual([
      "came_in_pause",
      "ran_out_midway",
      "wait",
    ]);
    const gaveBack = (reason: "none" | "paused" | "closed", submitted: number) =>
      without(reason, submitted, "prolific", 3);
    expect([gaveBack("none", 0), gaveBack("closed", 0), gaveBack("paused", 0), gaveBack("none", 1)]).toEqual([
      "submitted_nothing",
      "submitted_nothing",
      "came_in_pause",
      "ran_out_midway",
    ]);
    expect(without("limit", 3)).toBe("completed");
  });
});

describe("returnUrl", () => {
  it("leads back to the panel with the code, escaped, and nowhere without either", () => {
    expect(returnUrl("prolific", "", "A B&C")).toBe("https://app.prolific.com/submissions/complete?cc=A%20B%26C");
    expect(returnUrl("generic", "https://p.example/?c={code}&again={code}", "X1")).toBe(
      "https://p.example/?c=X1&again=X1",
    );
    expect(returnUrl("generic", "https://p.example/done", "X1")).toBe("https://p.example/done");
    expect([
      returnUrl("generic", "", "X1"),
      returnUrl("none", "https://p.example", "X1"),
      returnUrl("prolific", "", null),
    ]).toEqual([null, null, null]);
  });
});

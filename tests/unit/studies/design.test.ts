import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { dimensionTextClass } from "#components/annotations/dimension-name.tsx";
import { formatBandText, parseBandText } from "#lib/domain/dimensions/band-text.ts";
import { SOTOPIA_DIMENSIONS } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { buildCompletionCodes } from "#lib/domain/studies/codes.ts";
import { type StudyDesign, studyDesignSchema } from "#lib/domain/studies/design.ts";
import { designFromFields, designToFields, fieldOfIssue, wordIssue } from "#lib/domain/studies/design-form.ts";
import { consentVersionOf, designHash, type FrozenDesign } from "#lib/domain/studies/design-hash.ts";
import { formIssues } from "#lib/domain/studies/form-issues.ts";
import { isLaunchable, launchChecklist } from "#lib/domain/studies/launch-checklist.ts";
import { canTakeStep, requireStep, STUDY_STATES } from "#lib/domain/studies/lifecycle.ts";
import { newStudyFields } from "#lib/domain/studies/new-study.ts";
import { CODED_OUTCOMES } from "#lib/domain/studies/outcomes.ts";
import { expectedVisitMinutes, formatMoney, hourlyPay, payFloorWarning } from "#lib/domain/studies/pay.ts";
import { planFromFields, planToFields } from "#lib/domain/studies/plan-form.ts";
import { samplingPlanSchema } from "#lib/domain/studies/sampling-plan.ts";
import { cloneName, MAX_STUDY_NAME } from "#lib/domain/studies/study-name.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function design(changes: Record<string, unknown> = {}): StudyDesign {
  return studyDesignSchema.parse({
    name: "Pier talk",
    guidelinesVersion: "1",
    consentText: "You agree that we keep what you rate and write. Write to {contact}.",
    contact: "team@example.org",
    dimensions: [...SOTOPIA_DIMENSIONS],
    ...changes,
  });
}

function problems(changes: Record<string, unknown>): string[] {
  const result = studyDesignSchema.safeParse({ ...design(), ...changes });
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

describe("the name of a clone", () => {
  it("is told apart from the first, however long that is", () => {
    expect(cloneName("Pier talk")).toBe("Pier talk (copy)");
    const longest = "a".repeat(MAX_STUDY_NAME);
    expect(cloneName(longest)).toBe(`${"a".repeat(MAX_STUDY_NAME - 7)} (copy)`);
  });
});

describe("what a visit is expected to take", () => {
  it("counts reading and practice beside the items", () => {
    const visit = { itemsPerAnnotator: 2, minutesPerItem: 12, hasPractice: true };
    expect(expectedVisitMinutes(visit)).toBe(40);
    expect(expectedVisitMinutes({ ...visit, hasPractice: false })).toBe(32);
  });
});

describe("a step that was taken already", () => {
  it("is refused with the state that it led to", () => {
    expect(() => requireStep("paused", "pause")).toThrow("This study is paused already.");
    expect(() => requireStep("draft", "pause")).toThrow("Only a running study can be paused.");
  });
});

describe("the design of a study", () => {
  it("takes the seven and fills in what is usual", () => {
    expect(design()).toMatchObject({ kind: "official", annotationsPerItem: 2, hasPractice: true, panelKind: "none" });
    expect(problems({})).toEqual([]);
  });

  it("refuses counts that no study can have, dimensions twice, and a pilot that asks for a pilot", () => {
    expect(problems({ annotationsPerItem: 0 })).toEqual(["annotationsPerItem: At least 1 annotation per item."]);
    expect(problems({ minutesPerItem: Number.NaN })[0]).toMatch(/minutesPerItem: Give a whole number/);
    expect(problems({ dimensions: [] })[0]).toMatch(/at least one dimension/);
    const twice = [SOTOPIA_DIMENSIONS[0], SOTOPIA_DIMENSIONS[0]];
    expect(problems({ dimensions: twice }).join(" ")).toMatch(/dimensions.1.id: Two dimensions have the same id/);
    expect(problems({ kind: "pilot", qualifyingStudyId: "x" })[0]).toMatch(/Only an official study/);
    expect(problems({ kind: "official", qualifyingStudyId: "x", panelKind: "none" })).toEqual([]);
    expect(problems({ kind: "official", qualifyingStudyId: "x", panelKind: "generic" })).toEqual([]);
    expect(problems({ guidelinesVersion: "99" })[0]).toMatch(/No such guidelines/);
  });

  it("refuses a completion URL that could run in an annotator’s browser", () => {
    for (const url of ["javascript:alert(1)", "data:text/html,x", "panel.example.org", "ftp://example.org"])
      expect(problems({ completionUrl: url }), url).toHaveLength(1);
    expect(problems({ completionUrl: "https://panel.example.org/done?code={code}" })).toEqual([]);
  });

  it("gives every outcome a code of its own, out of letters that cannot be mistaken", () => {
    let byte = 0;
    const codes = buildCompletionCodes(CODED_OUTCOMES, () => byte++ % 256);
    expect(codes.map(({ outcome }) => outcome)).toEqual([...CODED_OUTCOMES]);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(CODED_OUTCOMES.length);
    for (const { code } of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{10}$/);
  });

  it("draws a code again when chance gives the same one twice", () => {
    const bytes = [...Array(10).fill(1), ...Array(10).fill(1), ...Array(10).fill(2)];
    const codes = buildCompletionCodes(["a", "b"], () => bytes.shift() ?? 0);
    expect(codes.map(({ code }) => code)).toEqual(["BBBBBBBBBB", "CCCCCCCCCC"]);
  });
});

describe("the form of a study", () => {
  it("gives a design back as it was", () => {
    const own = {
      id: "warmth",
      symbol: "WARM",
      name: "Warmth",
      question: "How warm was this agent?",
      direction: "Higher is warmer.",
      min: -2,
      max: 2,
      bands: [
        { from: -2, to: -1, name: "cold", meaning: "Short | or sharp." },
        { from: 0, to: 0, name: "neither" },
        { from: 1, to: 2, name: "warm" },
      ],
      hue: "bel",
      description: "How it is said.\n\nNot what is said.",
      examples: {
        good: [
          {
            situation: "He thanks her for the lift, twice.",
            score: 2,
            rationale: "In turn 3 he goes out of his way.",
            why: "It names the turn.",
          },
        ],
        poor: [],
      },
    };
    const before = design({
      dimensions: [SOTOPIA_DIMENSIONS[6], own],
      rewardMinor: 650,
      currency: "GBP",
      isDesktopOnly: true,
      hasPractice: false,
      panelKind: "prolific",
      panelStudyId: "abc",
    });
    expect(studyDesignSchema.parse(designFromFields(designToFields(before)))).toEqual(before);
  });

  it("gives each own dimension a hue that no other has, the second seven with a sign of their own", () => {
    const own = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`own.${index}.name`, `Own ${index}`]));
    const hues = (fields: Record<string, string>) =>
      (designFromFields(fields).dimensions as { hue: string }[]).map(({ hue }) => hue);
    const few = { "seven.goal": "on", "seven.secret": "on" };
    expect(hues({ ...few, ...own(2) })).toEqual(["sec", "goal", "bel", "rel"]);
    const all = hues({ ...few, ...own(10) });
    expect(new Set(all).size).toBe(12);
    expect(all.slice(7)).toEqual(["bel-2", "rel-2", "kno-2", "sec-2", "soc-2"]);
    expect([dimensionTextClass("bel"), dimensionTextClass("bel-2")].map((text) => text.includes("dotted"))).toEqual([
      false,
      true,
    ]);
  });

  it("names the field that an issue belongs to", () => {
    const fields = { ...newStudyFields(), name: "x", "own.3.name": "Warmth", "own.3.min": "0" };
    const result = studyDesignSchema.safeParse(designFromFields(fields));
    const paths = result.error?.issues.map((issue) => fieldOfIssue(issue.path.join("."), fields)) ?? [];
    expect(paths).toContain("own.3.max");
    expect(paths).toContain("own.3.question");
    const example = { ...fields, "own.3.good.1.situation": "She laughs at his hat.", "own.3.poor.0.score": "9" };
    const inExamples = studyDesignSchema
      .safeParse(designFromFields(example))
      .error?.issues.map((issue) => fieldOfIssue(issue.path.join("."), example));
    for (const field of ["good.1.score", "good.1.rationale", "good.1.why", "poor.0.situation"])
      expect(inExamples).toContain(`own.3.${field}`);
    expect(fieldOfIssue("design.rewardMinor", fields)).toBe("reward");
    expect(wordIssue("own.3.max", "A number is expected.")).toBe("Give a whole number.");
    expect(wordIssue("sampleCount", "A number is expected.")).toBe("Give a whole number.");
    expect(wordIssue("own.3.bands", "No band covers 0.")).toBe("No band covers 0.");
  });

  it("gives names in any script ids of their own", () => {
    const names = ["幽默", "礼貌", "Höflichkeit", "3rd look", "Humour & wit"];
    const fields = Object.fromEntries(names.map((name, place) => [`own.${place}.name`, name]));
    const { dimensions } = designFromFields(fields) as { dimensions: { id: string }[] };
    expect(dimensions.map(({ id }) => id)).toEqual(["own_1", "own_2", "hoflichkeit", "d_3rd_look", "humour_wit"]);
  });

  it("says what contradicts itself beside whatever else is wrong", () => {
    const own = (place: number) => ({
      ...{ [`own.${place}.name`]: "Warmth", [`own.${place}.min`]: "0", [`own.${place}.max`]: "4" },
      ...{ [`own.${place}.bands`]: "0 to 2: cold", [`own.${place}.good.0.score`]: "9" },
    });
    const fields = { ...newStudyFields(), annotationsPerItem: "none", ...own(0), ...own(1) };
    const issues = studyDesignSchema.safeParse(designFromFields(fields)).error?.issues ?? [];
    const said = Object.groupBy(issues, (issue) => fieldOfIssue(issue.path.join("."), fields));
    const words = (field: string) => said[field]?.map(({ message }) => message);
    for (const field of ["name", "annotationsPerItem", "own.0.question"]) expect(words(field)).toHaveLength(1);
    expect(words("own.0.bands")).toEqual(["No band covers 3 to 4."]);
    expect(words("own.0.good.0.score")).toEqual(["The scale goes from 0 to 4."]);
    expect(words("own.1.name")).toEqual(["Two dimensions have the same id, warmth."]);
  });

  it("names what is wrong by the fields of the form, once each", () => {
    const issue = (path: string) => ({ path, message: "A number is expected." });
    const issues = [
      issue("plan.size.count"),
      issue("plan.size.count"),
      issue("plan.filter.turnsFrom"),
      issue("design.rewardMinor"),
    ];
    expect(formIssues(issues, newStudyFields())).toEqual([
      { path: "sampleCount", message: "Give a whole number." },
      { path: "filter.turnsFrom", message: "Give a whole number." },
      { path: "reward", message: "Fill this in." },
    ]);
  });

  it("reads amounts with point or comma and refuses the rest", () => {
    const reward = (text: string) => designFromFields({ reward: text }).rewardMinor;
    expect([reward("6.50"), reward("6,5"), reward(""), reward("12")]).toEqual([650, 650, null, 1200]);
    expect(reward("six")).toBeNaN();
  });

  it("gives plans back as they were", () => {
    for (const plan of [
      {
        kind: "filter",
        filter: { policy: "p", turnsFrom: 4, hard: "only" },
        includeForeign: true,
        includeUndecided: true,
      },
      { kind: "ids", ids: ["a", "b"], includeForeign: false },
      { kind: "sample", filter: {}, size: { kind: "per-stratum", count: 5 }, includeForeign: false },
      { kind: "sample", filter: {}, size: { kind: "total", count: 50, allocation: "equal" }, includeForeign: false },
    ] as const) {
      const parsed = samplingPlanSchema.parse(plan);
      expect(samplingPlanSchema.parse(planFromFields(planToFields(parsed)))).toEqual(parsed);
    }
  });

  it("reads bands as people write them, and gives back what it wrote", () => {
    expect(parseBandText("-5 to -3: worse\n−2..0 strained\n1 – 3: better\n4: closer\n")).toEqual([
      { from: -5, to: -3, name: "worse" },
      { from: -2, to: 0, name: "strained" },
      { from: 1, to: 3, name: "better" },
      { from: 4, to: 4, name: "closer" },
    ]);
    for (const { bands } of SOTOPIA_DIMENSIONS) expect(parseBandText(formatBandText(bands))).toEqual(bands);
    expect(parseBandText("good")[0]?.from).toBeNaN();
  });
});

describe("before launch", () => {
  const ready = { itemCount: 10, warningCount: 0, linksStayHere: false, pilot: null };

  it("blocks a study without items, contact or panel id, and lets a good one go", () => {
    expect(isLaunchable(launchChecklist(design(), ready))).toBe(true);
    expect(isLaunchable(launchChecklist(design(), { ...ready, itemCount: 0 }))).toBe(false);
    expect(isLaunchable(launchChecklist(design({ contact: "" }), ready))).toBe(false);
    const one = launchChecklist(design({ annotationsPerItem: 1 }), { ...ready, itemCount: 1 });
    expect(one.find(({ id }) => id === "items")?.text).toMatch(
      /^1 item × 1 annotation = 1 annotation, so at least 1 ann/,
    );
    expect(isLaunchable(launchChecklist(design({ panelKind: "prolific" }), ready))).toBe(false);
    const pilot = { name: "Try-out", isLaunched: true, passed: 3, panelKind: "generic" } as const;
    const asksFor = (changes: Partial<typeof pilot> | { isLaunched: boolean } | { panelKind: "prolific" }) =>
      launchChecklist(design({ panelKind: "generic", qualifyingStudyId: "p" }), {
        ...ready,
        pilot: { ...pilot, ...changes },
      });
    expect(isLaunchable(asksFor({}))).toBe(true);
    expect(isLaunchable(asksFor({ isLaunched: false }))).toBe(false);
    expect(isLaunchable(asksFor({ panelKind: "prolific" }))).toBe(false);
  });

  it("lists blockers first and counts the work", () => {
    const checks = launchChecklist(design({ contact: "" }), { ...ready, warningCount: 2 });
    expect(checks[0]?.level).toBe("blocker");
    expect(checks.find((check) => check.id === "items")?.text).toContain("10 items × 2 annotations = 20 annotations");
  });

  it("advises, and does not forbid, while the links open on this machine alone", () => {
    const checks = launchChecklist(design(), { ...ready, linksStayHere: true });
    expect(checks.find((check) => check.id === "address")).toMatchObject({ level: "advice" });
    expect(isLaunchable(checks)).toBe(true);
    expect(launchChecklist(design(), ready).some((check) => check.id === "address")).toBe(false);
  });

  it("warns of pay under the panel’s floor", () => {
    const minutes = expectedVisitMinutes(design({ itemsPerAnnotator: 2 }));
    expect(minutes).toBe(8 + 8 + 24);
    expect(hourlyPay(400, minutes)).toBe(600);
    expect(payFloorWarning(599, "GBP")).toMatch(/£5.99 an hour/);
    expect(payFloorWarning(600, "GBP")).toBeNull();
    expect(payFloorWarning(799, "USD")).toMatch(/\$8.00/);
    expect(payFloorWarning(1, "CHF")).toBeNull();
    expect(hourlyPay(null, 10)).toBeNull();
    expect(formatMoney(720, "CHF")).toBe("7.20 CHF");
  });

  it("lets each step be taken from its own states only", () => {
    const from = (step: Parameters<typeof canTakeStep>[1]) => STUDY_STATES.filter((state) => canTakeStep(state, step));
    expect(from("edit")).toEqual(["draft"]);
    expect(from("launch")).toEqual(["draft"]);
    expect(from("pause")).toEqual(["running"]);
    expect(from("resume")).toEqual(["paused"]);
    expect(from("close")).toEqual(["running", "paused"]);
    expect(from("extend")).toEqual(["running", "paused"]);
    expect(() => requireStep("closed", "extend")).toThrow(/running or paused/);
  });
});

describe("the fingerprint of a frozen design", () => {
  const frozen = (changes: Partial<FrozenDesign> = {}): FrozenDesign => ({
    design: design(),
    consentVersion: "1",
    sampling: { draws: [] },
    items: [{ episodeContentHash: "a", stratum: "", inclusionProbability: 1 }],
    ...changes,
  });

  it("is the same for the same design and another for another", () => {
    const hash = designHash(frozen(), sha256);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(designHash(frozen({ design: { ...design(), name: "Renamed" } }), sha256)).toBe(hash);
    expect(designHash(frozen({ design: design({ minutesPerItem: 13 }) }), sha256)).not.toBe(hash);
    expect(
      designHash(frozen({ items: [{ episodeContentHash: "b", stratum: "", inclusionProbability: 1 }] }), sha256),
    ).not.toBe(hash);
    const scales = SOTOPIA_DIMENSIONS.map((d, index) => (index === 0 ? { ...d, question: "Another?" } : d));
    expect(designHash(frozen({ design: design({ dimensions: scales }) }), sha256)).not.toBe(hash);
  });

  it("gives an edited consent text a version of its own", () => {
    const standard = { version: "1", body: "First.\n\nSecond." };
    expect(consentVersionOf("First.\r\n\r\nSecond.\n", standard, sha256)).toBe("1");
    const edited = consentVersionOf("First.\n\nThird.", standard, sha256);
    expect(edited).toMatch(/^custom-[0-9a-f]{8}$/);
    expect(consentVersionOf("First.\n\nFourth.", standard, sha256)).not.toBe(edited);
  });
});

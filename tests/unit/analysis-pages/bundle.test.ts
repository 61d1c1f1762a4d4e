import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Archive, filesOf } from "#components/analysis/bundle/archive.ts";
import { DRAWN_VIEWS, figureJobs, namesOnce } from "#components/analysis/bundle/figure-jobs.ts";
import { progressWords, stepWords } from "#components/analysis/bundle/progress.ts";
import { figureName } from "#components/analysis/frame/view-words.ts";
import { queryOfViews } from "#components/analysis/frame/views-query.ts";
import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";

const part = (key: string) => ({ dimension: { key, name: key.toUpperCase() } });
const finding = (view: ViewName, keys: string[], empty: object | null = null) =>
  ({ view, empty, byDimension: keys.map(part) }) as unknown as Findings[ViewName];

describe("what is drawn for a bundle", () => {
  it("is every dimension of a view, and a view that shows all of them once", () => {
    const jobs = figureJobs([finding("overview", ["goal"]), finding("bias", ["goal", "secret"])]);
    expect(jobs.map((job) => [job.finding.view, job.part, job.words])).toEqual([
      ["overview", null, "Overview"],
      ["bias", "goal", "Bias, GOAL"],
      ["bias", "secret", "Bias, SECRET"],
    ]);
  });

  it("leaves out what has nothing to draw", () => {
    const nobody = { sentence: "Nobody has rated.", remedy: "add-human-ratings" };
    expect(figureJobs([finding("bias", ["goal"], nobody), finding("disagreements", ["goal"])])).toEqual([]);
    expect(DRAWN_VIEWS).not.toContain("disagreements");
    expect(DRAWN_VIEWS).toHaveLength(10);
  });
});

describe("the names of figures", () => {
  it("say view and dimension in plain letters", () => {
    expect(figureName("bland-altman", { key: "social_rules" })).toBe("bland-altman-social-rules");
    expect(figureName("overview")).toBe("overview");
  });

  it("are given once, whatever the dimensions are called", () => {
    const nameOnce = namesOnce();
    const keys = ["Wit", "wit", "目标", "情感", "wit-2"];
    expect(keys.map((key) => nameOnce(figureName("bias", { key })))).toEqual([
      "bias-wit",
      "bias-wit-2",
      "bias",
      "bias-2",
      "bias-wit-2-2",
    ]);
    expect(nameOnce("Bias-Wit"), "Some systems do not tell cases apart").toBe("Bias-Wit-3");
  });
});

describe("the archive", () => {
  it("holds what was put in, packed or not", async () => {
    const archive = new Archive();
    const text = new TextEncoder().encode("x".repeat(10_000));
    const dots = new Uint8Array([137, 80, 78, 71]);
    archive.add("figures/a.svg", text);
    archive.add("figures/a.png", dots, { isPacked: true });
    const bytes = new Uint8Array(await archive.finish().arrayBuffer());
    expect(bytes.length).toBeLessThan(1_000);
    expect(unzipSync(bytes)).toEqual({ "figures/a.svg": text, "figures/a.png": dots });
    expect(filesOf(bytes).map(([name]) => name)).toEqual(["figures/a.svg", "figures/a.png"]);
    expect(() => filesOf(bytes.slice(0, bytes.length - 30)), "A cut archive is no archive").toThrow();
  });
});

describe("the words of a bundle", () => {
  it("say how far it is, and to a screen reader only the step", () => {
    const drawing = { step: "drawing", done: 3, of: 18, words: "Bias, Goal" } as const;
    expect(progressWords(drawing)).toBe("Drawing the figures: 3 of 18 figures, now Bias, Goal.");
    expect(stepWords(drawing)).toBe(stepWords({ ...drawing, done: 4, words: "Bias, Secret" }));
  });

  it("ask for the filters and the version of the page, not for its dimension and its choice of gaps", () => {
    const search = new URLSearchParams("dimension=goal&policy=b&direction=above&policies=a&policies=b&version=2");
    expect(queryOfViews(search)).toBe("policies=a&policies=b&version=2");
    expect(search.get("dimension"), "The page keeps its own").toBe("goal");
  });
});

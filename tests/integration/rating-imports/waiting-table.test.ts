import { describe, expect, it } from "vitest";
import { confirmRatingMapping } from "#lib/operations/rating-imports/confirm-rating-mapping.ts";
import { previewRatingMapping } from "#lib/operations/rating-imports/preview-rating-mapping.ts";
import { saveRatingMapping } from "#lib/operations/rating-imports/save-rating-mapping.ts";
import { readImportedRatings } from "#lib/store/analysis-imports.ts";
import { listAnalysisSources } from "#lib/store/analysis-sources.ts";
import { listSummaryRaters } from "#lib/store/rating-summary.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { episodeLog } from "../episodes/records.ts";
import { noQueue, SYSTEM, withDataFolder } from "../episodes/support.ts";
import { csv, importRatings, long, queueRatings } from "./support.ts";

const database = withTestDatabase();
withDataFolder();

describe("a file that does not belong here", () => {
  it("is an episode file: it is refused with the way to where it belongs", async () => {
    await expect(queueRatings(JSON.stringify(episodeLog({ id: "ep-1" })), "episodes.json")).rejects.toThrow(
      /an episode \(.*\)\. Take it in under Episodes › Import\./,
    );
  });

  it("is a text: its first line is not told whole", async () => {
    await expect(queueRatings(`Read ${"all of it ".repeat(30)}, then rate\nplainly\n`, "rubric.txt")).rejects.toThrow(
      /^“rubric.txt” was not imported\. None of its columns looks like scores \(Read [^()]{54}…\)\./,
    );
  });

  it("is here already under another name: both names are answered", async () => {
    await queueRatings(long, "first.csv");
    expect(await queueRatings(long, "second.csv")).toMatchObject({
      isRepeat: true,
      fileName: "first.csv",
      sentName: "second.csv",
    });
  });
});

describe("a waiting table", () => {
  it("says on which line of the file a score is refused, and how many there are", async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`i${index}`, "A", "bob", index < 8 ? "much" : "3"]);
    const { id } = await queueRatings(csv(["item", "system", "rater", "score"], ...rows), "t.csv");
    const { preview } = await previewRatingMapping(SYSTEM, { importId: id });
    expect(preview.problems[0]).toMatch(/^Line 2: /);
    expect(preview.problems).toHaveLength(5);
    expect(preview.problemCount).toBe(8);
  });

  it("is shown where no score can be read, and begins only with a scale", async () => {
    const rows = Array.from({ length: 10 }, (_, index) => [`i${index}`, "", 1 + (index % 5)]);
    const { id } = await queueRatings(csv(["item", "rater", "score"], ...rows), "nobody.csv");
    const { mapping, preview } = await previewRatingMapping(SYSTEM, { importId: id });
    expect(preview).toMatchObject({ ratingsRead: 0, refusedScores: 10 });
    expect(preview.problems[0]).toBe("Line 2: the row names no rater.");
    await expect(confirmRatingMapping(SYSTEM, { importId: id, mapping }, noQueue)).rejects.toThrow(
      /No score can be read/,
    );
  });

  it("whose proposal was lost gets a new one", async () => {
    const rows = Array.from({ length: 10 }, (_, index) => [`i${index}`, "bob", 1 + (index % 5)]);
    const { id } = await queueRatings(csv(["item", "rater", "wit"], ...rows), "lost.csv");
    await database.db.ratingImport.update({ where: { id }, data: { mapping: {} } });
    const { preview } = await previewRatingMapping(SYSTEM, { importId: id });
    expect(preview).toMatchObject({ ratingsRead: 10, humans: 1 });
  });

  it("is shown as the form says it, with scales for new dimensions, and imports nothing yet", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [`i${index}`, 1 + (index % 5), index % 2, "bob"]);
    const { id, state } = await queueRatings(csv(["item", "coherence", "liked", "rater"], ...rows));
    expect(state).toBe("mapping");
    const form = {
      item: "item",
      rater: "rater",
      "scores.0.use": "on",
      "scores.0.column": "liked",
      "scores.0.holds": "score",
      "scores.0.kind": "judge",
      "scores.0.rater": "J",
      "scores.0.dimension": "liked",
    };
    const mapping = await saveRatingMapping(SYSTEM, { importId: id, fields: form });
    expect(mapping.table?.scales).toEqual([{ key: "liked", name: "liked", min: 0, max: 1, isWhole: true }]);
    const { preview } = await previewRatingMapping(SYSTEM, { importId: id });
    expect(preview).toMatchObject({ ratingsRead: 40, judges: ["J"], humans: 0, refusedScores: 0 });
    expect(await database.db.importedRating.count()).toBe(0);
  });

  it("takes the judge with its version as somebody named it, and shows it with its prompt", async () => {
    const rows = Array.from({ length: 10 }, (_, index) => [`i${index}`, "wit", 1 + (index % 5), 1 + (index % 5)]);
    const judge = { name: "gpt-4", model: "gpt-4-turbo", version: "0613", prompt: "Rate it." };
    const { id } = await importRatings(csv(["item", "criterion", "human_score", "judge_score"], ...rows), "t.csv", {
      judge,
    });
    const raters = await listSummaryRaters(id);
    expect(raters.filter(({ kind }) => kind === "judge")).toMatchObject([{ ...judge, ratings: 10 }]);
    const { imports } = await listAnalysisSources();
    expect(imports[0]?.judges).toMatchObject([{ name: "gpt-4 (0613)" }]);
    const key = imports[0]?.judges[0]?.key ?? "";
    const block = await readImportedRatings({ importIds: [id], judgeImportIds: [], judgeKeys: [key.slice(6)] });
    expect(block.raters.find(({ kind }) => kind === "judge")).toMatchObject({ name: "gpt-4 (0613)", version: "0613" });
  });

  it.each([
    [{}, "Tick at least one column that holds scores."],
    [
      {
        "scores.0.use": "on",
        "scores.0.column": "coherence",
        "scales.0.key": "coherence",
        "scales.0.name": "coherence",
        "scales.0.min": "5",
        "scales.0.max": "1",
      },
      "The scale of coherence needs two numbers, the lower one first.",
    ],
  ])("answers a form that says no mapping with a sentence", async (fields, sentence) => {
    const { id } = await queueRatings(csv(["item", "coherence", "rater"], ["a", 1, "x"], ["b", 5, "x"]));
    await expect(saveRatingMapping(SYSTEM, { importId: id, fields: fields as Record<string, string> })).rejects.toThrow(
      sentence,
    );
  });

  it.each([
    ["", "is empty"],
    ["just words\nand more\n", "Ratings come as CSV, JSON or JSON Lines."],
    ["name,colour\na,red\n", "None of its columns looks like scores"],
    ["[[1, 2], [3]]", "was not imported"],
  ])("does not come of a file without ratings: %j", async (text, sentence) => {
    await expect(queueRatings(text)).rejects.toThrow(sentence);
    expect(await database.db.ratingImport.count()).toBe(0);
  });
});

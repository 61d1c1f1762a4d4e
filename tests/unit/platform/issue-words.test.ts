import { describe, expect, it } from "vitest";
import { z } from "zod";
import { wordQuestionIssue } from "#lib/domain/analysis/question-form.ts";
import { isGeneralIssue, issueWords } from "#lib/domain/shared/issue-words.ts";
import { exportFormatSchema } from "#lib/domain/studies/export/formats.ts";
import { invalidInput } from "#lib/operations/define-operation.ts";

function wordsOf(schema: z.ZodType, value: unknown): string[] {
  return schema.safeParse(value, { error: issueWords }).error?.issues.map((issue) => issue.message) ?? [];
}

describe("the words of an issue without a sentence of its own", () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.int(), Number.NaN, "A number is expected."],
    [z.int(), 1.5, "A whole number is expected."],
    [z.string(), undefined, "A text is expected."],
    [z.boolean(), "yes", "True or false is expected."],
    [z.array(z.string()), {}, "A list is expected."],
    [z.object({}), null, "An object is expected."],
    [z.int().min(1), 0, "At least 1 is expected."],
    [z.int().max(100), 101, "At most 100 is expected."],
    [z.number().gt(0), 0, "More than 0 is expected."],
    [z.string().min(1), "", "At least 1 character is expected."],
    [z.string().max(3), "four", "At most 3 characters are expected."],
    [z.array(z.int()).min(2), [1], "At least 2 entries are expected."],
    [z.enum(["a", "b"]), "c", "One of a, b is expected."],
    [z.literal("a"), "c", "a is expected."],
    [z.uuid(), "c", "An id is expected."],
    [z.string().regex(/x/), "c", "Another form is expected."],
    [z.union([z.string(), z.int()]), null, "Another value is expected."],
    [z.string().refine(() => false), "c", "Another value is expected."],
    [z.strictObject({}), { a: 1, b: 2 }, "Not known here: a, b."],
  ])("%#", (schema, value, words) => {
    expect(wordsOf(schema, value)).toEqual([words]);
  });

  it("leave the sentence of a schema alone", () => {
    expect(wordsOf(z.int("Give a whole number.").min(1, "At least 1 minute."), 0)).toEqual(["At least 1 minute."]);
    expect(isGeneralIssue("At least 1 minute.")).toBe(false);
  });

  it("stand behind the name of the field in the refusal of an operation", () => {
    const parsed = z.object({ format: exportFormatSchema }).safeParse({ format: "nope" }, { error: issueWords });
    const { message } = invalidInput(parsed.error as z.ZodError);
    expect(message).toMatch(/^format: One of bundle, csv-long, .*annotators-parquet is expected\.$/);
  });
});

describe("a field of an analysis", () => {
  it("says what it takes where its rule has no sentence of its own", () => {
    expect(wordQuestionIssue("confidence", "At most 99.9 is expected.")).toBe("Give a percentage from 50 to 99.9.");
    expect(wordQuestionIssue("confidence", "Some other rule.")).toBe("Some other rule.");
  });
});

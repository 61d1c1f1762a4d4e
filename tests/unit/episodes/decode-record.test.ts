import { describe, expect, test } from "vitest";
import {
  EXCERPT_LENGTH,
  explainBadLine,
  explainCutRecord,
  recordExcerpt,
} from "#lib/domain/episodes/import/bad-line.ts";
import { decodeRecord } from "#lib/domain/episodes/import/decode-record.ts";
import { detectFileFormat } from "#lib/domain/episodes/import/file-format.ts";

const ID = "01HZZZZZZZZZZZZZZZZZZZZZZ1";
const OTHER_ID = "01HZZZZZZZZZZZZZZZZZZZZZZ2";

function records(text: string): unknown[] {
  const decoded = decodeRecord({ text, line: 3 });
  if (!decoded.ok) throw new Error(decoded.bad.reason);
  return decoded.records;
}

describe("decoding", () => {
  test.each([
    ["an object", '{"a":1}', [{ a: 1 }]],
    ["JSON in a JSON text", JSON.stringify('{"a":1}'), [{ a: 1 }]],
    ["JSON in a JSON text, twice", JSON.stringify(JSON.stringify({ a: 1 })), [{ a: 1 }]],
    ["a list in a JSON text", JSON.stringify('[{"a":1},{"b":2}]'), [{ a: 1 }, { b: 2 }]],
    ["an object keyed by id", `{"${ID}":{"a":1},"${OTHER_ID}":{"pk":"own"}}`, [{ pk: ID, a: 1 }, { pk: "own" }]],
    ["an object with one odd key", `{"${ID}":{"a":1},"x":{}}`, [{ [ID]: { a: 1 }, x: {} }]],
    ["a list of numbers", "[1,2]", [[1, 2]]],
    ["a text that is no JSON", '"hello"', ["hello"]],
  ])("%s", (_what, text, expected) => {
    expect(records(text)).toEqual(expected);
  });

  test("NaN and Infinity are missing values, outside texts only", () => {
    const decoded = decodeRecord({ text: '{"a":NaN,"b":[-Infinity],"c":"NaN \\" NaN"}', line: 1 });
    expect(decoded).toMatchObject({ ok: true, records: [{ a: null, b: [null], c: 'NaN " NaN' }] });
    expect(decoded.ok && decoded.note).toMatch(/NaN/);
    expect(decodeRecord({ text: '{"a":"NaN"}', line: 1 })).toMatchObject({ note: null });
  });
});

describe("bad lines", () => {
  test.each([
    ['{"a":1', /stops before its last bracket/],
    ['{"a":"x', /stops before its last bracket|damaged/],
    ['{"a":1,}', /damaged at character 8/],
    ["{'a': 1}", /single quotation marks/],
    ["pk,model,data,goal_1", /row of a table/],
    ["hello", /does not begin like JSON/],
    ['{"a":1} trailing', /damaged at character 9/],
  ])("%s", (text, reason) => {
    const bad = explainBadLine(text, 12);
    expect(bad).toMatchObject({ outcome: "refused", line: 12, excerpt: text });
    expect(bad.reason).toMatch(/^This cannot be read as JSON\. .+\. Accepted are /);
    expect(bad.reason).toMatch(reason);
    expect(decodeRecord({ text, line: 12 })).toEqual({ ok: false, bad });
  });

  test("a cut record says how long a record may be", () => {
    expect(explainCutRecord("{", 4)).toMatchObject({ line: 4, reason: expect.stringContaining("longer than 8 MB") });
    expect(decodeRecord({ text: "{}", line: 4, cut: true })).toMatchObject({ ok: false });
  });

  test("an excerpt is short, and its control characters can be seen", () => {
    expect(recordExcerpt('a\tb\nc\u0000d\u001b[0m\u202Ee\u0085"')).toBe('a␉b␊c␀d␛[0m�e�"');
    const long = recordExcerpt("😀".repeat(500));
    expect(long.length).toBeLessThanOrEqual(EXCERPT_LENGTH);
    expect(long.endsWith("…")).toBe(true);
    expect(long.isWellFormed()).toBe(true);
    expect(recordExcerpt("x".repeat(EXCERPT_LENGTH))).toBe("x".repeat(EXCERPT_LENGTH));
  });
});

describe("file formats", () => {
  const detect = (text: string) => detectFileFormat(new TextEncoder().encode(text));

  test.each([
    ['{"a":1}\n{"a":2}', "json-lines"],
    ['\uFEFF\n {\n  "a": 1}', "json-lines"],
    ['[{"a":1}]', "json-list"],
    ['"{\\"pk\\": 1}"', "json-text"],
    ['"\\n {\\"pk\\": 1}"', "json-text"],
    ["", "empty"],
    [" \r\n\uFEFF", "empty"],
  ])("%j is %s", (text, format) => {
    expect(detect(text).format).toBe(format);
  });

  test.each([
    ["ID,model,pk,data,prolific_id\n", "a CSV table of human ratings"],
    ["PK;Agent;believability;goal\n", "a CSV table of human ratings"],
    ["file,line,pk,commit\n", "a CSV table"],
    ['"pk","believability_1"\n', "a CSV table of human ratings"],
    ["name|source|prompt\n", "a CSV table"],
    ['"first, second"\n', "a CSV table"],
    ["<!DOCTYPE html><p>{}</p>", "a web page"],
    ["<root/>", "XML or HTML"],
    ["hello there", "plain text"],
    ["PK\u0003\u0004rest", "a ZIP archive or an Excel workbook"],
    ["PAR1....", "a Parquet file"],
    ["%PDF-1.7", "a PDF"],
    ["REDIS0009", "a Redis dump"],
    ["ab\u0000cd", "a binary file"],
  ])("%j is %s, refused with a sentence", (text, found) => {
    const format = detect(text);
    expect(format).toMatchObject({ format: "refused", found });
    expect(format.reason).toMatch(/^This file is .+ Accepted are /);
  });

  test("gzip and UTF-16 by their first bytes; half a character at the sample’s end is no harm", () => {
    expect(detectFileFormat(new Uint8Array([0x1f, 0x8b, 8])).found).toBe("a gzip archive");
    expect(detectFileFormat(new Uint8Array([0xff, 0xfe, 0x7b, 0])).found).toBe("a UTF-16 file");
    expect(detectFileFormat(new TextEncoder().encode('{"a":"é').subarray(0, 7)).format).toBe("json-lines");
  });
});

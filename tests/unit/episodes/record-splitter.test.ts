import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRecordSplitter } from "#lib/domain/episodes/import/record-splitter.ts";
import type { SplitRecord } from "#lib/domain/episodes/import/split-record.ts";

function split(text: string, chunk = text.length || 1, cap?: number): SplitRecord[] {
  const splitter = createRecordSplitter(cap);
  const found: SplitRecord[] = [];
  for (let at = 0; at < text.length; at += chunk) found.push(...splitter.push(text.slice(at, at + chunk)));
  return [...found, ...splitter.end()];
}

const lines = (text: string) => split(text).map(({ text: record, line }) => `${line} ${record}`);
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const values = (text: string) => split(text).map((piece) => JSON.parse(piece.text));

describe("whole files", () => {
  test.each([
    ["one record a line", '{"a":1}\n{"a":2}\n', ['1 {"a":1}', '2 {"a":2}']],
    ["no line end at the end", '{"a":1}\n{"a":2}', ['1 {"a":1}', '2 {"a":2}']],
    ["blank lines and Windows line ends", '\r\n{"a":1}\r\n\r\n{"a":2}\r\n', ['2 {"a":1}', '4 {"a":2}']],
    ["a byte order mark", '\uFEFF{"a":1}', ['1 {"a":1}']],
    ["a list on one line", '[{"a":1},{"a":2}]', ['1 {"a":1}', '1 {"a":2}']],
    ["a list over lines", '[\n  {"a":1},\n  {"a":2}\n]\n', ['2 {"a":1}', '3 {"a":2}']],
    ["records without a line between", '{"a":1}{"a":2} {"a":3}', ['1 {"a":1}', '1 {"a":2}', '1 {"a":3}']],
    ["a comma after each line", '{"a":1},\n{"a":2},\n', ['1 {"a":1}', '2 {"a":2}']],
    ["bare values", '7\n"text, with comma"\nnull\n', ["1 7", '2 "text, with comma"', "3 null"]],
    ["a list of bare values", '[1, "a,]b", null]', ["1 1", '1 "a,]b"', "1 null"]],
    ["a list in a list", "[[1,2],[3]]", ["1 [1,2]", "1 [3]"]],
    ["brackets and quotes in texts", '{"a":"}{]\\"["}\n{"b":"\\\\"}', ['1 {"a":"}{]\\"["}', '2 {"b":"\\\\"}']],
    ["nothing", " \n\n ", []],
    ["an empty list", "[]", []],
  ])("%s", (_what, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test("pretty-printed records, one after another and in a list, with their first lines", () => {
    const records = [{ a: { b: [1, { c: 2 }] } }, { d: [{ e: "}" }, { f: 1 }] }];
    const text = records.map((record) => JSON.stringify(record, null, 2)).join("\n");
    expect(values(text)).toEqual(records);
    expect(split(text).map(({ line }) => line)).toEqual([1, 11]);
    expect(values(JSON.stringify(records, null, 2))).toEqual(records);
    expect(values(JSON.stringify(records, null, "\t"))).toEqual(records);
  });

  test("line breaks without indentation are no new records", () => {
    const text = '{\n"a": [\n{\n"b": 1\n},\n{"c": 2}\n]\n}\n{"d":\n{"e": 1}}';
    expect(values(text)).toEqual([{ a: [{ b: 1 }, { c: 2 }] }, { d: { e: 1 } }]);
  });
});

describe("damaged records", () => {
  test.each([
    ["a text that is not closed", '{"a":"x}\n{"a":2}\n{"a":3}', 2],
    ["a record that stops in a number", '{"a":1\n{"a":2}\n{"a":3}', 2],
    ["a record that stops in a list", '{"a":[1\n{"a":2}\n{"a":3}', 2],
    ["a record that stops after a comma", '{"a":[1,\n{"a":2}\n{"a":3}', 2],
    ["a word in the way", 'oops\n{"a":2}\n{"a":3}', 2],
    ["a bracket too many", '{"a":1}}\n{"a":2}\n{"a":3}', 3],
    ["the wrong bracket", '{"a":[1}\n{"a":2}\n{"a":3}', 2],
  ])("%s: the records after it come through", (_what, text, good) => {
    const found = split(text);
    const parsed = found.flatMap((piece) => {
      try {
        return [JSON.parse(piece.text)];
      } catch {
        return [];
      }
    });
    expect(parsed.slice(-2)).toEqual([{ a: 2 }, { a: 3 }]);
    expect(parsed).toHaveLength(good);
    expect(found).toHaveLength(good + 1);
  });

  test("in a list with one record a line", () => {
    const found = split('[\n{"a":"x},\n{"a":2},\n{"a":[3\n{"a":4}\n]\n').map(({ text, line }) => `${line} ${text}`);
    expect(found).toContain('3 {"a":2}');
    expect(found.some((text) => text.startsWith('5 {"a":4}'))).toBe(true);
    expect(found[0]).toMatch(/^2 /);
  });

  test.each([
    [
      "after a line that does not close",
      '{"b":[1,\n{"a":1}\n"text"\n{"a":2}\nnull\ngarbage\n{"a":3}\n[1]\n{"a":4}\n',
      9,
    ],
    ["with another damaged text further down", '{"b":[1,\n{"a":1}\n{"a":2}\n{"b":"x\n{"a":3}\n{"a":4}', 6],
    [
      "in a list whose bracket the damaged record meets",
      '[\n{"b":1,\n{"a":1},\n"text",\n{"a":2},\n{"a":3},\n{"a":4}\n]',
      6,
    ],
    ["before the end of the file", '{"a":1}\n{"a":2}\n{"a":3}\n{"b":[1,\n{"a":4}', 5],
    ["with an indented line among them", '{"b":[1,\n{"a":1}\n  {"a":2}\n{"a":3}\nnull\n{"a":4}', 6],
  ])("whole lines are given out, each stray line is refused alone: %s", (_what, text, count) => {
    const found = split(text);
    expect(found).toHaveLength(count);
    const good = found.filter((piece) => piece.text.startsWith('{"a":'));
    expect(good.map((piece) => piece.text)).toEqual(['{"a":1}', '{"a":2}', '{"a":3}', '{"a":4}']);
    const fileLines = text.split("\n");
    for (const piece of found) expect(fileLines[piece.line - 1]?.trim()).toContain(piece.text.split("\n")[0]);
  });

  test("in pretty-printed records: one refusal, not one for each line", () => {
    const good = JSON.stringify({ a: [1, 2, 3], b: { c: 4 } }, null, 2);
    const broken = good.replace("3", '"3').replace("4", "5");
    const found = split(`${good}\n${broken}\n${good}\n`);
    expect(found).toHaveLength(3);
    expect(JSON.parse(found[0]?.text ?? "")).toEqual(JSON.parse(found[2]?.text ?? ""));
    const cutShort = good.slice(0, 12);
    expect(
      split(`${cutShort}\n${good}\n${good}`)
        .slice(-2)
        .map(({ text }) => JSON.parse(text)),
    ).toHaveLength(2);
  });

  test("a record over the cap is cut, and the next ones come through", () => {
    const long = JSON.stringify({ a: "x".repeat(5_000) });
    for (const text of [`${long}\n{"a":2}\n`, `[${long},{"a":2}]`, `${"y".repeat(5_000)}\n{"a":2}\n`]) {
      const found = split(text, 64, 1_000);
      expect(found).toHaveLength(2);
      expect(found[0]).toMatchObject({ cut: true, line: 1 });
      expect(found[0]?.text.length).toBeLessThan(1_000);
      expect(found[1]?.text).toBe('{"a":2}');
      expect(found[1]?.cut).toBeUndefined();
    }
  });

  test("lines swallowed by a damaged one are given back once they pass the cap", () => {
    const found = split(`{"a":[1,\n${'{"a":2}\n'.repeat(400)}`, 64, 1_000);
    expect(found.filter(({ text }) => text === '{"a":2}').length).toBeGreaterThan(390);
  });
});

describe("properties", () => {
  const record = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 });
  const written = fc.tuple(fc.array(record, { maxLength: 8 }), fc.constantFrom(0, 1, 2, 3)).map(([records, how]) => {
    if (how === 0) return { records, text: records.map((item) => JSON.stringify(item)).join("\n") };
    if (how === 1) return { records, text: JSON.stringify(records) };
    if (how === 2) return { records, text: JSON.stringify(records, null, 2) };
    return { records, text: records.map((item) => JSON.stringify(item, null, 4)).join("\n") };
  });

  test("every record comes out, in order, whatever the layout and the chunks", () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 1, max: 40 }), ({ records, text }, chunk) => {
        expect(split(text, chunk).map((piece) => JSON.parse(piece.text))).toEqual(JSON.parse(JSON.stringify(records)));
      }),
      { numRuns: 300 },
    );
  });

  /** Whether a piece is the line itself, or a whole record over several lines of which it is one. */
  function holds(piece: SplitRecord, text: string, line: number): boolean {
    if (piece.line === line) return piece.text === text;
    return piece.text.split("\n")[line - piece.line] === text && isJson(piece.text);
  }

  // Lines that are damaged by themselves may spell a record together: {"b":[1, and a good line and ] and }.
  test("one record a line: every good line comes out, alone or in a record that the lines spell together", () => {
    const bad = fc.constantFrom(
      '{"b":[1,',
      '{"b":{"c":1',
      '{"b":"x',
      '{"b":[1}',
      '"text"',
      '"te',
      "null",
      "garbage",
      "  stray",
      "]",
      "}}",
      "[1,2]",
      "",
    );
    const good = record.map((value) => JSON.stringify({ good: value }));
    fc.assert(
      fc.property(fc.array(fc.oneof(good, bad), { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), (all, chunk) => {
        const pieces = split(all.join("\n"), chunk);
        const lost = all.filter(
          (text, index) => text.startsWith('{"good":') && !pieces.some((piece) => holds(piece, text, index + 1)),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("any text at all: the result does not depend on where chunks end", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      "\\",
      ",",
      ":",
      "\n",
      " ",
      "\r\n",
      "a",
      "1",
      '{"a":',
      "\t",
      "\uFEFF",
    );
    const anything = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 12 }), fc.constantFrom(10, 1_000), (text, chunk, cap) => {
        expect(split(text, chunk, cap)).toEqual(split(text, text.length || 1, cap));
      }),
      { numRuns: 2_000 },
    );
  });
});

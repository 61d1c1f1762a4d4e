import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, hasUnstorableText } from "#lib/domain/episodes/import/canonical-json.ts";
import { storable, storableJsonText } from "#lib/store/storable.ts";

/** The same value with the keys of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  );
}

describe("one text for one JSON value", () => {
  it("does not depend on the order of keys, and keeps the value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(turned(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("leaves the value as it was", () => {
    const value = { b: [{ d: 1, c: 2 }, "x"], a: null };
    expect(canonicalJson(value)).toBe('{"a":null,"b":[{"c":2,"d":1},"x"]}');
    expect(JSON.stringify(value)).toBe('{"b":[{"d":1,"c":2},"x"],"a":null}');
  });

  it("sorts below lists and objects that are in order themselves", () => {
    expect(canonicalJson({ a: { b: [[{ d: 1, c: 2 }]] } })).toBe('{"a":{"b":[[{"c":2,"d":1}]]}}');
    expect(canonicalJson([{ 10: "x", 9: "y", a: 1 }])).toBe('[{"10":"x","9":"y","a":1}]');
  });
});

describe("text that the database cannot hold", () => {
  it("is found and replaced, also where only a key has it", () => {
    const value = { "a\u0000": ["b\ud800", "\\u0000 as it stands here is fine"] };
    expect(hasUnstorableText(canonicalJson(value))).toBe(true);
    expect(JSON.parse(storableJsonText(value))).toEqual({
      "a\ufffd": ["b\ufffd", "\\u0000 as it stands here is fine"],
    });
  });

  it("is written as a copy would be, for any value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        expect(storableJsonText(value)).toBe(JSON.stringify(storable(value)));
      }),
    );
  });
});

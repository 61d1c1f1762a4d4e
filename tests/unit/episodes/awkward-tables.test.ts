import { describe, expect, test } from "vitest";
import { decodeRecord } from "#lib/domain/episodes/import/decode-record.ts";
import { detectFileFormat } from "#lib/domain/episodes/import/file-format.ts";
import { hasSharedData, readSharedBytes, recordsOf, rowsOf, SKIP_NOTE, splitShared } from "./support/shared-data.ts";

/** How every row of a table fares when somebody sends it in spite of the file's refusal. */
function refusalsOfTable(file: string): string[] {
  return splitShared(file).map((piece) => {
    const decoded = decodeRecord(piece);
    return decoded.ok ? "taken" : decoded.bad.reason;
  });
}

describe.skipIf(!hasSharedData)(`awkward tables of ratings${SKIP_NOTE}`, () => {
  test.each([
    [25, "human/sotopia-pi-official/BC_final.csv"],
    [26, "human/sotopia-pi-official/gpt4_final.csv"],
    [27, "human/sotopia-pi-official/BC+SR_final.csv"],
    [28, "human/sotopia-pi-official/SR_final.csv"],
    [29, "human/sotopia-pi-pilot/pilot_internal_annotator-B.csv"],
    [30, "human/sotopia-pi-pilot/pilot_internal_annotator-A.csv"],
  ])("row %i: %s is refused as a table of human ratings", (_row, file) => {
    const format = detectFileFormat(readSharedBytes(file));
    expect(format.format).toBe("refused");
    expect(format.found).toBe("a CSV table of human ratings");
    expect(format.reason).toMatch(/^This file is a CSV table of human ratings.+Accepted are/);
    const refusals = refusalsOfTable(file);
    expect(refusals).not.toContain("taken");
    expect(refusals.length).toBeGreaterThan(0);
  });

  test("row 38: dialogue annotations (FED) are refused row by row", () => {
    const rows = rowsOf("human/public/fed_data.json");
    expect(rows).toHaveLength(500);
    for (const row of rows) {
      if (row.outcome !== "refused") throw new Error("A FED row was taken.");
      expect(row.found).toBe("dialogue annotations");
    }
    expect(
      recordsOf("human/public/fed_data.json").filter((record) => !Object.hasOwn(record as object, "response")),
    ).toHaveLength(125);
  });
});

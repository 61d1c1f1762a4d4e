import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyRating, isSameRating, keepUnarrived, mergeDraft } from "#lib/domain/annotations/merge-drafts.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";

const rating = (patch: Partial<RatingDraft>): RatingDraft => ({ ...emptyRating(1, "goal"), ...patch });

describe("mergeDraft", () => {
  const base = rating({ score: 3, rationale: "She asks twice.", evidence: [2] });

  test("takes each field from whoever changed it", () => {
    const mine = rating({ ...base, rationale: "She asks three times." });
    const theirs = rating({ ...base, score: 7 });
    expect(mergeDraft(base, mine, theirs)).toEqual({
      merged: rating({ score: 7, rationale: "She asks three times.", evidence: [2] }),
      conflicts: [],
    });
  });

  test("keeps mine and names theirs where both changed the same field", () => {
    const mine = rating({ ...base, score: 4, rationale: "Mine." });
    const theirs = rating({ ...base, score: 9, rationale: "Theirs." });
    const { merged, conflicts } = mergeDraft(base, mine, theirs);
    expect(merged).toMatchObject({ score: 4, rationale: "Mine." });
    expect(conflicts).toEqual([
      { agent: 1, dimension: "goal", field: "score", theirs: 9 },
      { agent: 1, dimension: "goal", field: "rationale", theirs: "Theirs." },
    ]);
  });

  test("calls it no conflict when both made the same change, or the other one emptied the reason", () => {
    expect(mergeDraft(base, rating({ ...base, score: 5 }), rating({ ...base, score: 5 })).conflicts).toEqual([]);
    const emptied = mergeDraft(base, rating({ ...base, rationale: "New." }), rating({ ...base, rationale: "" }));
    expect(emptied).toMatchObject({ merged: { rationale: "New." }, conflicts: [] });
  });

  test("treats evidence as a set: additions of both stay, removals of either hold", () => {
    const from = rating({ evidence: [1, 2, 3] });
    const { merged } = mergeDraft(from, rating({ evidence: [1, 2, 3, 5] }), rating({ evidence: [2, 3, 4] }));
    expect(merged.evidence).toEqual([2, 3, 4, 5]);
  });

  test("never loses a text that somebody typed", () => {
    const text = fc.constantFrom("", "a", "b", "c");
    fc.assert(
      fc.property(text, text, text, (b, m, t) => {
        const { merged, conflicts } = mergeDraft(
          rating({ rationale: b }),
          rating({ rationale: m }),
          rating({ rationale: t }),
        );
        const visible = [merged.rationale, ...conflicts.map((conflict) => conflict.theirs)];
        if (m !== b) expect(visible).toContain(m);
        if (t !== b && t !== "") expect(visible).toContain(t);
      }),
    );
  });

  test("changes nothing when nobody changed anything", () => {
    expect(isSameRating(mergeDraft(base, base, base).merged, base)).toBe(true);
  });
});

describe("keepUnarrived", () => {
  const base = rating({ score: 3, rationale: "She asks twice.", evidence: [2] });

  test("takes nothing away for what had not arrived, or only begun to", () => {
    expect(keepUnarrived(base, rating({ evidence: [2] }))).toEqual(base);
    expect(keepUnarrived(base, rating({ rationale: "She as", evidence: [2] }))).toEqual(base);
  });

  test("keeps what was added or changed", () => {
    const sent = rating({ score: 0, rationale: "She never asks.", evidence: [] });
    expect(keepUnarrived(base, sent)).toEqual(sent);
  });
});

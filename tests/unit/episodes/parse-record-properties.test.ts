import fc from "fast-check";
import { expect, test } from "vitest";
import { sotopiaDimension } from "#lib/domain/dimensions/sotopia-dimensions.ts";
import { episodeDocumentSchema } from "#lib/domain/episodes/episode.ts";
import { canonicalJson } from "#lib/domain/episodes/import/canonical-json.ts";
import { decodeRecord } from "#lib/domain/episodes/import/decode-record.ts";
import { parseRecord } from "#lib/domain/episodes/import/parse-record.ts";
import type { ParsedRow } from "#lib/domain/episodes/import/parsed-row.ts";
import { episodeLogRecord, inventedEpisode, renderFlatMessages, renderPrompt } from "./support/rendering.ts";
import { sha256 } from "./support/shared-data.ts";

const KNOWN_KEYS = [
  "pk",
  "episode_id",
  "environment",
  "agents",
  "agent_ids",
  "tag",
  "models",
  "messages",
  "raw_messages",
  "reasoning",
  "rewards",
  "raw_rewards",
  "rewards_prompt",
  "context2",
  "scenario",
  "social_goals",
  "agents_background",
  "social_interactions",
  "first_name",
  "last_name",
  "age",
  "moral_values",
  "secret",
  "agent_goals",
  "relationship",
  "age_constraint",
  "env_id",
  "agent1_id",
  "agent2_id",
  "background_story",
];

const VALUE = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    renderPrompt(inventedEpisode()),
    renderFlatMessages(inventedEpisode()),
    [0, 0],
    [[1, { goal: 99, secret: 1.5 }], { goal: "3" }],
    ["Ann", "Bo"],
    { Ann: "x", Bo: "y" },
    'Ann said: "hi"\n\nBo: [action] waves',
    [[["Environment", "Ann", "Here is the context of this interaction:\nParticipants: Ann and Bo\n"]]],
  ),
);

/** What must hold of every row, whatever the record was. */
function checkRow(row: ParsedRow): void {
  if (row.outcome === "refused") {
    expect(row.found).not.toBe("");
    expect(row.reason).toMatch(/\. Accepted are /);
    return;
  }
  expect(row.sourceId).not.toBe("");
  expect(row.contentHash).toBe(sha256(canonicalJson(row.raw)));
  if (row.kind !== "episode") return;
  expect(episodeDocumentSchema.safeParse(row.document).success).toBe(true);
  expect(row.document.turns.map((turn) => turn.number)).toEqual(row.document.turns.map((_, index) => index + 1));
  for (const { dimension, score } of row.judgment?.ratings ?? []) {
    const { min, max } = sotopiaDimension(dimension) ?? { min: -Number.MAX_VALUE, max: Number.MAX_VALUE };
    expect(score >= min && score <= max).toBe(true);
    expect(dimension.trim()).toMatch(/^.{1,80}$/s);
  }
}

test("no JSON value makes parsing throw, and every row taken is whole", () => {
  const record = fc.dictionary(fc.constantFrom(...KNOWN_KEYS), VALUE, { maxKeys: 10 });
  fc.assert(
    fc.property(fc.oneof(record, fc.jsonValue()), (json) => checkRow(parseRecord(json, { hash: sha256 }))),
    { numRuns: 1_500 },
  );
});

test("a good record with one field replaced is read or refused, never half of it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...KNOWN_KEYS), VALUE, (key, value) =>
      checkRow(parseRecord(episodeLogRecord({ [key]: value }), { hash: sha256 })),
    ),
    { numRuns: 1_000 },
  );
});

test("no text makes decoding throw", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json()), fc.integer({ min: 1 }), (text, line) => {
      const decoded = decodeRecord({ text, line });
      if (!decoded.ok) expect(decoded.bad).toMatchObject({ line, outcome: "refused" });
    }),
    { numRuns: 1_000 },
  );
});

import { createHash } from "node:crypto";
import { expect } from "@playwright/test";
import type { Clicked } from "./annotator.ts";
import { csvRows, unguarded } from "./export-archive.ts";

/** A row of the long table as what somebody clicked. */
export function toClicked(row: Record<string, string>): Clicked {
  return {
    agentName: row.agent_name ?? "",
    dimension: row.dimension ?? "",
    score: Number(row.score),
    rationale: unguarded(row.rationale ?? ""),
    evidence: (row.evidence ?? "").split(" ").filter(Boolean).map(Number),
  };
}

/** Ratings in an order of their own, so that two lists can be compared. */
export function sorted(ratings: Clicked[]): Clicked[] {
  const key = (rating: Clicked) => `${rating.agentName} ${rating.dimension}`;
  return [...ratings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

type JsonAnnotation = {
  annotationId: string;
  annotator: string;
  ratings: { agent: number; dimension: string; score: number; rationale: string; evidence: number[] }[];
};

/** The other files of the archive say the same as the long table, and are the bytes that the manifest names. */
export function expectSameInEveryFile(files: Map<string, Buffer>, rows: Record<string, string>[]): void {
  const manifest = JSON.parse(String(files.get("manifest.json"))) as {
    counts: Record<string, number>;
    files: { name: string; bytes: number; sha256: string }[];
  };
  expect(manifest.counts).toMatchObject({ items: 2, annotations: 4, ratings: 56, raters: 2 });
  for (const file of manifest.files)
    expect(
      createHash("sha256")
        .update(files.get(file.name) ?? "")
        .digest("hex"),
      file.name,
    ).toBe(file.sha256);
  const wide = csvRows(files.get("annotations-wide.csv"));
  const lines = String(files.get("annotations.jsonl")).trim().split("\n");
  const objects = lines.map((line) => JSON.parse(line) as JsonAnnotation);
  for (const row of rows) {
    const { dimension, agent } = row;
    const inWide = wide.find((each) => each.annotation === row.annotation);
    expect(inWide?.[`${dimension}_${agent}`]).toBe(row.score);
    expect(inWide?.[`${dimension}_rationale_${agent}`]).toBe(row.rationale);
    expect(inWide?.[`${dimension}_evidence_${agent}`]).toBe(row.evidence);
    const inJson = objects
      .find((each) => each.annotationId === row.annotation)
      ?.ratings.find((each) => each.dimension === dimension && String(each.agent) === agent);
    expect(inJson).toMatchObject({
      score: Number(row.score),
      rationale: unguarded(row.rationale ?? ""),
      evidence: toClicked(row).evidence,
    });
  }
}

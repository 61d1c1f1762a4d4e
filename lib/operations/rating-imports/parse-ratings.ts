import { createHash } from "node:crypto";
import type { RatingMapping } from "#lib/domain/rating-imports/rating-mapping.ts";
import type { Fields, ParsedRatings, RaterDraft, RatingReader } from "#lib/domain/rating-imports/rating-record.ts";
import { raterOfFile } from "#lib/store/person-keys.ts";
import type { StoredRater, StoredRating, StoredRecord } from "#lib/store/rating-import-types.ts";
import type { RatingRecord } from "./record-source.ts";

/** Refused scores that one line of the report spells out; the rest is counted. */
const SPELLED_OUT = 8;
const EXCERPT_LENGTH = 240;

/** Columns that name a rater in the known shapes; they never go into a report. */
const NAMES_OF_PEOPLE = ["prolific_id", "WorkerId", "annotator_id", "AssignmentId"];

function judgeKey({ name, model, version, prompt }: Extract<RaterDraft, { kind: "judge" }>): string {
  const parts = [name, model, version, prompt].map((part) => part.normalize("NFKC").trim());
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/** Turns what records say into what is stored: people become pseudonyms here, and the file's own ids end here. */
export class RatingParser {
  private readonly importId: string;
  private readonly reader: RatingReader;
  private readonly hidden: ReadonlySet<string>;
  private readonly raters = new Map<string, StoredRater>();
  private fresh: StoredRater[] = [];

  constructor(importId: string, reader: RatingReader, mapping: RatingMapping) {
    this.importId = importId;
    this.reader = reader;
    this.hidden = new Set([...NAMES_OF_PEOPLE, ...columnsOfRaters(mapping)]);
  }

  /** Raters that appeared since this was asked last. */
  takeFreshRaters(): StoredRater[] {
    return this.fresh.splice(0);
  }

  /** Reads the next record of the file. */
  read(source: RatingRecord): StoredRecord {
    const { record, line } = source;
    const nothing = { record, line, itemKey: "", facts: null, ratings: [], refusedScores: 0, excerpt: "" };
    if ("refused" in source) return { ...nothing, outcome: "refused", reason: source.refused };
    const parsed = this.reader(source.fields, line);
    if (parsed.outcome === "taken") return this.taken(source, source.fields, parsed);
    if (parsed.outcome === "blank")
      return { ...nothing, outcome: "blank", itemKey: parsed.itemKey, reason: "The row holds no rating." };
    return { ...nothing, ...parsed, excerpt: this.excerpt(source.fields) };
  }

  private taken(
    { record, line }: RatingRecord,
    fields: Fields,
    { facts, ratings, refusedScores, remarks }: Extract<ParsedRatings, { outcome: "taken" }>,
  ): StoredRecord {
    const spelled = refusedScores.slice(0, SPELLED_OUT);
    const left = refusedScores.length - spelled.length;
    if (left > 0) spelled.push(`${left} more scores were refused.`);
    const isEmpty = ratings.length === 0;
    return {
      record,
      line,
      outcome: isEmpty ? "refused" : refusedScores.length > 0 ? "partly" : "accepted",
      itemKey: facts.itemKey,
      facts,
      ratings: ratings.map(({ rater, ...rating }): StoredRating => ({ ...rating, raterKey: this.raterKey(rater) })),
      refusedScores: refusedScores.length,
      reason: [...spelled, ...remarks].join(" ") || (isEmpty ? "The row holds no score." : ""),
      excerpt: isEmpty ? this.excerpt(fields) : "",
    };
  }

  private raterKey(draft: RaterDraft): string {
    const name = draft.kind === "human" ? draft.id : draft.name;
    const id = `${draft.kind} ${name} ${draft.kind === "judge" ? judgeKey(draft) : ""}`;
    const known = this.raters.get(id) ?? this.store(id, draft);
    return known.raterKey;
  }

  private store(id: string, draft: RaterDraft): StoredRater {
    const rater = storedRater(this.importId, draft);
    this.raters.set(id, rater);
    this.fresh.push(rater);
    return rater;
  }

  private excerpt(fields: Fields): string {
    const shown = Object.entries(fields).filter(([name, value]) => !this.hidden.has(name) && value !== "");
    const text = JSON.stringify(Object.fromEntries(shown));
    return text.length <= EXCERPT_LENGTH ? text : `${text.slice(0, EXCERPT_LENGTH - 1)}…`;
  }
}

function storedRater(importId: string, draft: RaterDraft): StoredRater {
  const plain = { model: "", version: "", prompt: "", isPosition: false };
  if (draft.kind === "judge") return { ...draft, raterKey: judgeKey(draft), isPosition: false };
  if (draft.kind === "position") {
    const raterKey = `${importId} ${draft.name}`;
    return { ...plain, kind: "human", raterKey, name: draft.name, isPosition: true };
  }
  const { raterKey, pseudonym } = raterOfFile(draft.id);
  return { ...plain, kind: "human", raterKey, name: pseudonym };
}

/** The columns of a table that name its raters. */
export function columnsOfRaters({ table }: RatingMapping): string[] {
  if (!table) return NAMES_OF_PEOPLE;
  const own = table.scores.filter(({ kind }) => kind === "human").map(({ raterColumn }) => raterColumn);
  return [...NAMES_OF_PEOPLE, table.rater, ...own].filter((name) => name !== "");
}

import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import { ratingKey } from "#lib/domain/annotations/rating-key.ts";

/** How a virtual annotator behaves; most are `diligent`. */
export type Persona =
  | "diligent"
  /** Declines to take part. */
  | "declines"
  /** Fails the comprehension check twice. */
  | "fails check"
  /** Loses the browser midway through an item and comes back in a new one. */
  | "returns"
  /** The same, but only after the lease has run out and the place was open to others. */
  | "comes late"
  /** Leaves midway for good; the lease runs out. */
  | "drops out"
  /** Gives one item back. */
  | "skips"
  /** Opens the study again after the end. */
  | "comes again";

/** All that one person knows of one item: what the server has acknowledged, and what it may or may not have received. */
export type ItemRecord = {
  assignmentId: string;
  /** Revision and content of the last acknowledged save. */
  revision: number;
  saved: Map<string, RatingDraft>;
  /** Content of a save that was sent and not answered; null when none is pending. */
  unanswered: Map<string, RatingDraft> | null;
  /** Key of the submission once it was sent. */
  sentKey: string | null;
  /** Set when the submission was acknowledged: from here on it must never be lost. */
  submittedAt: number | null;
  isSkipped: boolean;
};

/** The end page as one visit showed it. Times are milliseconds since 1970. */
export type ShownEnding = { sessionId: string; code: string; at: number };

/** One person with everything they were told. */
export type PersonRecord = {
  studyId: string;
  participantId: string;
  persona: Persona;
  /** Panel sessions in which the entry link was opened, answered or not. */
  sessions: string[];
  /** Those of them that were let in (or turned away) with an answer. */
  arrivals: Set<string>;
  items: Map<string, ItemRecord>;
  endings: ShownEnding[];
};

/** Everything that the clients were told in one run, and what they saw that they must never see. */
export class Journal {
  readonly people: PersonRecord[] = [];
  /** Sentences; a run with one of them has failed. */
  readonly violations: string[] = [];

  /** Begins the record of a new person. */
  add(studyId: string, participantId: string, persona: Persona): PersonRecord {
    const person: PersonRecord = {
      studyId,
      participantId,
      persona,
      sessions: [],
      arrivals: new Set(),
      items: new Map(),
      endings: [],
    };
    this.people.push(person);
    return person;
  }
}

/** The record of an item, new at its first sight. `revision` is the draft's as the page showed it. */
export function itemRecord(person: PersonRecord, assignmentId: string, revision: number): ItemRecord {
  const known = person.items.get(assignmentId);
  if (known) return known;
  const item: ItemRecord = {
    assignmentId,
    revision,
    saved: new Map(),
    unanswered: null,
    sentKey: null,
    submittedAt: null,
    isSkipped: false,
  };
  person.items.set(assignmentId, item);
  return item;
}

/** A draft with some ratings replaced. */
export function withChanges(
  ratings: ReadonlyMap<string, RatingDraft>,
  changes: readonly RatingDraft[],
): Map<string, RatingDraft> {
  return new Map([...ratings, ...changes.map((change) => [ratingKey(change), change] as const)]);
}

/** A draft as one text, equal for equal content whatever its order. */
export function canonical(ratings: Iterable<RatingDraft>): string {
  return [...ratings]
    .map(({ agent, dimension, score, rationale, evidence }) =>
      JSON.stringify([dimension, agent, score, rationale, evidence]),
    )
    .sort()
    .join("\n");
}

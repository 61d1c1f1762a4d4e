import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import type { ViewAnswer } from "./view-answer.ts";

/** An answer may be shown again for so long, in ms; later the data may have changed. */
const KEPT_MS = 30_000;
/** So many are kept, the newest: one can be a megabyte. */
const MOST_KEPT = 12;

/** Answers of the last moments by their queries: those that were shown, and those that were asked for ahead of a press. */
export class KeptAnswers<Name extends ViewName> {
  readonly #now: () => number;
  readonly #answers = new Map<string, { answer: ViewAnswer<Name>; at: number }>();

  /** @param now tells the time in ms */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The answer to a query where it is young enough. */
  find(query: string): ViewAnswer<Name> | null {
    const kept = this.#answers.get(query);
    return kept && this.#now() - kept.at < KEPT_MS ? kept.answer : null;
  }

  /** Keeps an answer. Where the same query was answered from other data before, so were all others: they are dropped. */
  keep(query: string, answer: ViewAnswer<Name>): void {
    const before = this.#answers.get(query);
    if (before && before.answer.fingerprint !== answer.fingerprint) this.forget();
    this.#answers.delete(query);
    this.#answers.set(query, { answer, at: this.#now() });
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= MOST_KEPT) break;
      this.#answers.delete(oldest);
    }
  }

  /** Drops everything, as the question itself may be another one now. */
  forget(): void {
    this.#answers.clear();
  }
}

import type { AnswerName, Answers } from "#lib/domain/analysis/findings/views.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { onePerProcess } from "./one-per-process.ts";

type Finding = Answers[AnswerName];

const MOST_FINDINGS = 300;
/** What nobody has asked for has room of its own, so that no amount of it takes the place of what somebody looked at. */
const MOST_GUESSES = 100;

/** What was computed, by keys that change with the data: what somebody has asked for, and what somebody may ask for next. */
export class KeptFindings {
  readonly #wholes = new BoundedCache<Finding>(MOST_FINDINGS);
  readonly #glances = new BoundedCache<Finding>(MOST_FINDINGS);
  readonly #guesses = new BoundedCache<{ finding: Finding; isWhole: boolean }>(MOST_GUESSES);

  /** The whole finding. @param isAhead nobody looks at it yet, so that its standing stays what it is */
  whole(key: string, isAhead: boolean): Finding | undefined {
    const known = this.#wholes.get(key, Date.now());
    if (known) return known;
    const guessed = this.#guessed(key, true);
    if (guessed && !isAhead) this.keepWhole(key, guessed, false);
    return guessed;
  }

  /** The first answer that was given to a question of which the rest was not begun. */
  glance(key: string): Finding | undefined {
    return this.#glances.get(key, Date.now());
  }

  /** A first answer that was computed before anybody asked, and given to nobody yet. */
  guessedGlance(key: string): Finding | undefined {
    return this.#guessed(key, false);
  }

  /** Whether anything is kept of it. */
  has(key: string): boolean {
    const now = Date.now();
    return [this.#wholes, this.#glances, this.#guesses].some((cache) => cache.get(key, now) !== undefined);
  }

  /** Keeps a whole finding. @param isAhead nobody has looked at it yet */
  keepWhole(key: string, finding: Finding, isAhead: boolean): void {
    if (isAhead) this.keepGuess(key, finding, true);
    else this.#keepAsked(this.#wholes, key, finding);
  }

  /** Keeps a first answer that was given to somebody. */
  keepGlance(key: string, finding: Finding): void {
    this.#keepAsked(this.#glances, key, finding);
  }

  /** Keeps what was computed before anybody asked. */
  keepGuess(key: string, finding: Finding, isWhole: boolean): void {
    this.#guesses.set(key, { finding, isWhole }, { now: Date.now() });
  }

  #guessed(key: string, isWhole: boolean): Finding | undefined {
    const guess = this.#guesses.get(key, Date.now());
    return guess?.isWhole === isWhole ? guess.finding : undefined;
  }

  #keepAsked(cache: BoundedCache<Finding>, key: string, finding: Finding): void {
    this.#guesses.delete(key);
    cache.set(key, finding, { now: Date.now() });
  }
}

/** What this process keeps. */
export const keptFindings = onePerProcess("kept findings", () => new KeptFindings());

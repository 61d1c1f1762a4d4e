import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import { AskedAhead, type UnderWay } from "./asked-ahead.ts";
import { KeptAnswers } from "./kept-answers.ts";
import type { ShownView, ViewAnswer } from "./view-answer.ts";

/** What is on the screen, the query that is wanted, and in a sentence why there is no answer to it. */
export type AskedState<Name extends ViewName> = { shown: ShownView<Name>; wanted: string; problem: string | null };

/** Asks the server. With `isAhead` nobody has pressed yet, so nobody is to notice where it fails. */
type Ask<Name extends ViewName> = (query: string, signal: AbortSignal, isAhead: boolean) => Promise<ViewAnswer<Name>>;

/**
 * A view that is asked for anew with each change of the filters. What is shown stays until the answer to the newest query
 * is there; an answer that comes too late for that is dropped, in whatever order answers arrive. What a press would show
 * can be asked for ahead of it, and answers are kept for a moment, so that such a press has only to draw.
 */
export class AskedView<Name extends ViewName> {
  readonly #ask: Ask<Name>;
  readonly #listeners = new Set<() => void>();
  readonly #kept: KeptAnswers<Name>;
  readonly #ahead: AskedAhead<ViewAnswer<Name>>;
  #state: AskedState<Name>;
  #given: ShownView<Name>;
  #underWay: AbortController | null = null;

  /** @param given what the page came with @param ask throws what `problem` then says @param now tells the time in ms */
  constructor(given: ShownView<Name>, ask: Ask<Name>, now: () => number) {
    this.#ask = ask;
    this.#given = given;
    this.#state = { shown: given, wanted: given.query, problem: null };
    this.#kept = new KeptAnswers(now);
    this.#kept.keep(given.query, given);
    this.#ahead = new AskedAhead({
      ask: (query, signal) => ask(query, signal, true),
      isBusy: () => this.#underWay !== null,
      isKnown: (query) => query === this.#state.shown.query || this.#kept.find(query) !== null,
      keep: (query, answer) => this.#kept.keep(query, answer),
    });
  }

  /** The state now; another object after each change. */
  readonly state = (): AskedState<Name> => this.#state;

  /** Is told of every change until what it answers is called. */
  readonly follow = (onChange: () => void): (() => void) => {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  };

  /** Wants another query shown; nothing where it is wanted already and did not fail. */
  want(query: string): void {
    if (query === this.#state.wanted && this.#state.problem === null) return;
    this.#underWay?.abort();
    this.#underWay = null;
    const ahead = this.#ahead.take(query);
    const isShown = query === this.#state.shown.query;
    const kept = isShown ? null : this.#kept.find(query);
    this.#set({ wanted: query, problem: null, ...(kept ? { shown: { ...kept, query } } : {}) });
    if (!kept && !isShown) void this.#fetch(query, ahead);
  }

  /** Asks again for what is wanted, unless an answer to it is under way. */
  askAgain(): void {
    if (!this.#underWay) void this.#fetch(this.#state.wanted);
  }

  /** Asks for what presses would show, one after another, until one comes. @param owner who gives it up */
  askAhead(owner: string, queries: readonly string[]): void {
    this.#ahead.plan(owner, queries);
  }

  /** Gives up whatever was asked for ahead: nobody looks at this view any more. */
  stopAhead(): void {
    this.#ahead.stop();
  }

  /** Gives up what this owner has asked for ahead. */
  leave(owner: string): void {
    this.#ahead.leave(owner);
  }

  /** Takes what the server has rendered anew; it is shown where it answers what is wanted. */
  receive(given: ShownView<Name>): void {
    if (given === this.#given) return;
    this.#given = given;
    // The question itself may have become another one.
    this.#ahead.stop();
    this.#kept.forget();
    this.#kept.keep(given.query, given);
    if (given.query === this.#state.wanted) this.#set({ shown: given, problem: null });
  }

  async #fetch(query: string, ahead: UnderWay<ViewAnswer<Name>> | null = null): Promise<void> {
    const own = ahead?.abort ?? new AbortController();
    this.#underWay = own;
    const ask = () => this.#ask(query, own.signal, false);
    // What was asked for ahead of the press may fail unnoticed: then it is asked for once more.
    const result = await (ahead ? ahead.answer.catch(ask) : ask()).then(
      (answer) => ({ answer }),
      (error) => ({ problem: error instanceof Error ? error.message : String(error) }),
    );
    if (this.#underWay !== own) return;
    this.#underWay = null;
    if ("problem" in result) this.#set(result);
    else this.#show(query, result.answer);
    this.#ahead.goOn();
  }

  /** Shows an answer. A first one that is shown already is not drawn again while the rest is computed. */
  #show(query: string, answer: ViewAnswer<Name>): void {
    const { shown } = this.#state;
    this.#kept.keep(query, answer);
    const isSame = shown.query === query && shown.fingerprint === answer.fingerprint;
    const isNews = !isSame || !shown.isPending || !answer.isPending;
    this.#set({ problem: null, ...(isNews ? { shown: { ...answer, query } } : {}) });
  }

  #set(change: Partial<AskedState<Name>>): void {
    const isNew = (Object.keys(change) as (keyof AskedState<Name>)[]).some((key) => change[key] !== this.#state[key]);
    if (!isNew) return;
    this.#state = { ...this.#state, ...change };
    for (const tell of this.#listeners) tell();
  }
}

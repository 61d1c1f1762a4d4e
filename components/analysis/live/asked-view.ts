import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";

/** What a view finds under one query; `isPending` while intervals of it are still being computed. */
export type ViewAnswer<Name extends ViewName = ViewName> = { finding: Findings[Name]; isPending: boolean };

/** An answer and the query that it belongs to, as `filterQueryOf` writes it. */
export type ShownView<Name extends ViewName = ViewName> = ViewAnswer<Name> & { query: string };

/** What is on the screen, the query that is wanted, and in a sentence why there is no answer to it. */
export type AskedState<Name extends ViewName> = { shown: ShownView<Name>; wanted: string; problem: string | null };

type Ask<Name extends ViewName> = (query: string, signal: AbortSignal) => Promise<ViewAnswer<Name>>;

/**
 * A view that is asked for anew with each change of the filters. What is shown stays until the answer to the newest query
 * is there; an answer that comes too late for that is dropped, in whatever order answers arrive.
 */
export class AskedView<Name extends ViewName> {
  readonly #ask: Ask<Name>;
  readonly #listeners = new Set<() => void>();
  #state: AskedState<Name>;
  #given: ShownView<Name>;
  #underWay: AbortController | null = null;

  /** @param given what the page came with @param ask asks the server; it throws what `problem` then says */
  constructor(given: ShownView<Name>, ask: Ask<Name>) {
    this.#ask = ask;
    this.#given = given;
    this.#state = { shown: given, wanted: given.query, problem: null };
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
    this.#set({ wanted: query, problem: null });
    if (query !== this.#state.shown.query) void this.#fetch(query);
  }

  /** Asks again for what is wanted, unless an answer to it is under way. */
  askAgain(): void {
    if (!this.#underWay) void this.#fetch(this.#state.wanted);
  }

  /** Takes what the server has rendered anew; it is shown where it answers what is wanted. */
  receive(given: ShownView<Name>): void {
    if (given === this.#given) return;
    this.#given = given;
    if (given.query === this.#state.wanted) this.#set({ shown: given, problem: null });
  }

  async #fetch(query: string): Promise<void> {
    const own = new AbortController();
    this.#underWay = own;
    const change = await this.#ask(query, own.signal).then(
      (answer): Partial<AskedState<Name>> => ({ shown: { ...answer, query }, problem: null }),
      (error) => ({ problem: error instanceof Error ? error.message : String(error) }),
    );
    if (this.#underWay !== own) return;
    this.#underWay = null;
    this.#set(change);
  }

  #set(change: Partial<AskedState<Name>>): void {
    this.#state = { ...this.#state, ...change };
    for (const tell of this.#listeners) tell();
  }
}

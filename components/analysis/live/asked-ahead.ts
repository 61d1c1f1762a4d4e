/** A question on its way: giving it up, and its answer. */
export type UnderWay<Answer> = { query: string; abort: AbortController; answer: Promise<Answer> };

type Ways<Answer> = {
  ask: (query: string, signal: AbortSignal) => Promise<Answer>;
  /** Whether nothing may be asked ahead now, since somebody waits for an answer. */
  isBusy: () => boolean;
  /** Whether the answer to a query is at hand. */
  isKnown: (query: string) => boolean;
  keep: (query: string, answer: Answer) => void;
};

/**
 * Asks for what a press would show before it comes: one query after another, never two at a time, and none is begun while
 * somebody waits for an answer. What fails is said to nobody.
 */
export class AskedAhead<Answer> {
  readonly #ways: Ways<Answer>;
  #plan: { owner: string; queries: readonly string[] } | null = null;
  #underWay: UnderWay<Answer> | null = null;

  constructor(ways: Ways<Answer>) {
    this.#ways = ways;
  }

  /** Asks for these in their order, in place of what was planned before. @param owner who gives it up again */
  plan(owner: string, queries: readonly string[]): void {
    if (this.#underWay && !queries.includes(this.#underWay.query)) this.#giveUp();
    this.#plan = { owner, queries };
    this.goOn();
  }

  /** Gives up what this owner has planned; nothing where somebody else has planned since. */
  leave(owner: string): void {
    if (this.#plan?.owner === owner) this.stop();
  }

  /** Gives up whatever is planned. */
  stop(): void {
    this.#plan = null;
    this.#giveUp();
  }

  /** Ends all asking ahead for a question that somebody waits for; answers the one under way where it asks just this. */
  take(query: string): UnderWay<Answer> | null {
    const own = this.#underWay;
    if (own?.query === query) this.#underWay = null;
    this.stop();
    return own?.query === query ? own : null;
  }

  /** Asks for the next one of the plan, unless one is under way or somebody waits. */
  goOn(): void {
    if (this.#underWay || !this.#plan || this.#ways.isBusy()) return;
    const { owner, queries } = this.#plan;
    const place = queries.findIndex((query) => !this.#ways.isKnown(query));
    if (place < 0) return;
    this.#plan = { owner, queries: queries.slice(place + 1) };
    void this.#fetch(queries[place] as string);
  }

  async #fetch(query: string): Promise<void> {
    const abort = new AbortController();
    const own = { query, abort, answer: this.#ways.ask(query, abort.signal) };
    this.#underWay = own;
    const answer = await own.answer.then(
      (value) => ({ value }),
      () => null,
    );
    if (this.#underWay !== own) return;
    this.#underWay = null;
    // Where one fails the next would too.
    if (!answer) this.#plan = null;
    else this.#ways.keep(query, answer.value);
    this.goOn();
  }

  #giveUp(): void {
    this.#underWay?.abort.abort();
    this.#underWay = null;
  }
}

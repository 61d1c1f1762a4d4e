/** What a person waits for. `page` is any page but the next item; `file` is a script, a style or a font. */
export const MEASURED = ["entry", "page", "next item", "draft save", "lease", "submit", "file"] as const;
/** One of {@link MEASURED}. */
export type Measured = (typeof MEASURED)[number];

/** Durations of one kind in ms. */
export type Summary = { count: number; p50: number; p95: number; p99: number; max: number };

/** The p-th percentile of sorted numbers (nearest rank); NaN where there are none. */
export function percentile(sorted: readonly number[], p: number): number {
  return sorted.length === 0 ? Number.NaN : (sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] as number);
}

/** Collects how long requests took, while it is switched on, and what went wrong, always. */
export class Measurements {
  readonly #times = new Map<Measured, number[]>();
  /** Requests without a usable answer, by what happened. */
  readonly errors = new Map<string, number>();
  /** Requests that were answered since the beginning, measured or not. */
  answered = 0;
  #lastAnswer = performance.now();
  #longestSilence = 0;
  #since = 0;
  #requests = 0;
  #isOn = false;

  /** Begins the measured part. */
  start(): void {
    this.#isOn = true;
    this.#since = performance.now();
  }

  /** Ends it and answers its length in seconds with the requests answered in it. */
  stop(): { seconds: number; requests: number } {
    this.#isOn = false;
    return { seconds: (performance.now() - this.#since) / 1000, requests: this.#requests };
  }

  /** Counts one answered request that does not begin or end anything a person waits for by itself. */
  countRequest(): void {
    this.answered += 1;
    this.#longestSilence = this.#silence();
    this.#lastAnswer = performance.now();
    if (this.#isOn) this.#requests += 1;
  }

  /** The longest time in ms in which nobody got an answer, since this was last asked. */
  takeLongestSilence(): number {
    const longest = this.#silence();
    this.#lastAnswer = performance.now();
    this.#longestSilence = 0;
    return longest;
  }

  #silence(): number {
    return Math.max(this.#longestSilence, performance.now() - this.#lastAnswer);
  }

  add(kind: Measured, ms: number): void {
    if (!this.#isOn) return;
    const times = this.#times.get(kind);
    if (times) times.push(ms);
    else this.#times.set(kind, [ms]);
  }

  fail(what: string): void {
    this.errors.set(what, (this.errors.get(what) ?? 0) + 1);
  }

  summary(kind: Measured): Summary {
    const sorted = [...(this.#times.get(kind) ?? [])].sort((a, b) => a - b);
    const [p50, p95, p99] = [50, 95, 99].map((p) => percentile(sorted, p)) as [number, number, number];
    return { count: sorted.length, p50, p95, p99, max: sorted.at(-1) ?? Number.NaN };
  }
}

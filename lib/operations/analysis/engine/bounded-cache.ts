/** A cache that holds at most so much; what was used longest ago goes first. */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, { value: Value; weight: number; at: number }>();
  readonly #limit: number;
  readonly #maxAgeMs: number;
  #weight = 0;

  /** @param limit sum of the weights kept @param maxAgeMs entries older than this are not answered */
  constructor(limit: number, maxAgeMs = Number.POSITIVE_INFINITY) {
    this.#limit = limit;
    this.#maxAgeMs = maxAgeMs;
  }

  /** The value under a key, if it is there and young enough. */
  get(key: string, now: number): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (now - entry.at > this.#maxAgeMs) {
      this.delete(key);
      return undefined;
    }
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Keeps a value; one that is heavier than the whole cache is kept alone. */
  set(key: string, value: Value, { weight = 1, now }: { weight?: number; now: number }): void {
    this.delete(key);
    this.#entries.set(key, { value, weight, at: now });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#limit || oldest === key) break;
      this.delete(oldest);
    }
  }

  /** Forgets the entries of which `isGone` says so. */
  deleteIf(isGone: (value: Value) => boolean): void {
    for (const [key, { value }] of [...this.#entries]) if (isGone(value)) this.delete(key);
  }

  /** Forgets one entry. */
  delete(key: string): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }
}

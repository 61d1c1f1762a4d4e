/** Values under two numbers each: places of a lattice that are counted, without a text for every count. */
export class PairMap<Value> {
  readonly #rows = new Map<number, Map<number, Value>>();

  /** The value under the two numbers, made where there is none yet. */
  at(first: number, second: number, make: () => Value): Value {
    const row = this.#rows.get(first) ?? new Map<number, Value>();
    if (row.size === 0) this.#rows.set(first, row);
    const value = row.get(second) ?? make();
    row.set(second, value);
    return value;
  }

  /** All values, in the order of their first numbers' arrival. */
  *values(): IterableIterator<Value> {
    for (const row of this.#rows.values()) yield* row.values();
  }
}

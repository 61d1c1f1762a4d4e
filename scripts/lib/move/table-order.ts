/** That rows of one table name rows of another. */
export type Reference = { from: string; to: string };

/**
 * The tables in an order in which each comes after those that its rows name; a table that names itself does not count.
 * Throws for tables that name each other, which no order satisfies.
 */
export function tableOrder(tables: readonly string[], references: readonly Reference[]): string[] {
  const waiting = new Map(tables.map((table) => [table, new Set<string>()]));
  for (const { from, to } of references) if (from !== to) waiting.get(from)?.add(to);
  const order: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, needed]) => ![...needed].some((table) => waiting.has(table)));
    if (ready.length === 0) throw new Error(`These tables name each other: ${[...waiting.keys()].join(", ")}.`);
    for (const [table] of ready) {
      order.push(table);
      waiting.delete(table);
    }
  }
  return order;
}

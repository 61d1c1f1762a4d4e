/** Kept on the global object, the one thing that all bundles of a process have in common. */
const holder = globalThis as typeof globalThis & { analysisEngine?: Map<string, unknown> };

/**
 * One thing under a name for the whole process. Pages and routes are bundled apart, each with a copy of every module: with
 * a cache in each, a filter would compute over REST what the page had just computed, by code that has yet to get warm. In
 * development a reload must find the newer module, and tests begin with empty caches, so there each copy has its own.
 */
export function onePerProcess<Thing>(name: string, make: () => Thing): Thing {
  if (process.env.NODE_ENV !== "production") return make();
  holder.analysisEngine ??= new Map();
  const things = holder.analysisEngine;
  if (!things.has(name)) things.set(name, make());
  return things.get(name) as Thing;
}

/**
 * What a promise gives within so many ms, else null; it is not waited for any longer then. Its timer goes with the answer:
 * one that ran on would hold what was asked in memory, for every question anew.
 */
export async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, ms, null).unref();
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { getDb } from "./db.ts";

/** So many points for one key within so many seconds. `name` keeps the keys of different limits apart. */
export type RateLimit = { name: string; points: number; seconds: number };

function limiter(limit: RateLimit): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: getDb(),
    tableName: "rateLimiterFlexible",
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.seconds,
    clearExpiredByTimeout: false,
  });
}

/** Takes one point; answers 0 when there was one left, else the seconds to wait. Counted in the database, by all processes together. */
export async function takePoint(limit: RateLimit, key: string): Promise<number> {
  try {
    await limiter(limit).consume(key);
    return 0;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
    throw reason;
  }
}

/** Gives all points of a key back. */
export async function resetPoints(limit: RateLimit, key: string): Promise<void> {
  await limiter(limit).delete(key);
}

/** Removes counters whose time is over. */
export async function deleteExpiredPoints(now: Date): Promise<void> {
  await getDb().rateLimiterFlexible.deleteMany({ where: { expire: { lt: now } } });
}

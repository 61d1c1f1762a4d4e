/** Shortest lease in minutes: also a quick item leaves time for a break. */
const MIN_LEASE_MINUTES = 20;

/** How often a person may extend a lease by hand; saving renews it as well and is not counted. */
export const MAX_EXTENSIONS = 20;

/** How long before the end of a lease the person is told, in seconds. */
export const LEASE_NOTICE_SECONDS = 300;

/**
 * How long an item is held for somebody who is expected to need `minutesPerItem`, in minutes, rounded up: 2 + 2t + 2√t,
 * the shortest limit that Prolific grants for an estimate of t minutes, and never under {@link MIN_LEASE_MINUTES}.
 * 12 gives 33, 20 gives 51.
 */
export function leaseMinutes(minutesPerItem: number): number {
  return Math.max(MIN_LEASE_MINUTES, Math.ceil(2 + 2 * minutesPerItem + 2 * Math.sqrt(minutesPerItem)));
}

/** Whether opening an item should renew its lease: less than half of it is left. Saving renews by its own rule. */
export function shouldRenew(secondsLeft: number, minutesPerItem: number): boolean {
  return secondsLeft < (leaseMinutes(minutesPerItem) * 60) / 2;
}

/**
 * Whole minutes a visit still takes: the unanswered share of this item and every item after it, at the study's own
 * estimate. `answeredShare` lies in [0, 1]; at least 1 while anything is left.
 */
export function minutesLeft(visit: { minutesPerItem: number; itemsAfterThis: number; answeredShare: number }): number {
  const items = visit.itemsAfterThis + (1 - visit.answeredShare);
  return Math.max(1, Math.ceil(items * visit.minutesPerItem));
}

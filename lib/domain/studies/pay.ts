/** Minutes that reading consent, overview and guidelines and taking the check add to a visit (an estimate). */
const GUIDELINES_MINUTES = 8;

/** Minutes that the practice episode adds to a visit (an estimate). */
const PRACTICE_MINUTES = 8;

/** Lowest hourly pay that Prolific accepts, in minor units; the observed median governs there. */
const PAY_FLOORS: Readonly<Record<string, number>> = { GBP: 600, USD: 800 };

/** What a visit is expected to take, in minutes: reading, practice where there is one, and every item. */
export function expectedVisitMinutes(design: {
  itemsPerAnnotator: number;
  minutesPerItem: number;
  hasPractice: boolean;
}): number {
  const introduction = GUIDELINES_MINUTES + (design.hasPractice ? PRACTICE_MINUTES : 0);
  return introduction + design.itemsPerAnnotator * design.minutesPerItem;
}

/** Reward per hour in minor units, rounded to the unit; null without a reward or without any time. */
export function hourlyPay(rewardMinor: number | null, minutes: number): number | null {
  if (rewardMinor === null || !(minutes > 0)) return null;
  return Math.round((rewardMinor * 60) / minutes);
}

/** A sentence when hourly pay lies under the panel’s floor for its currency; null when it does not or no floor is known. */
export function payFloorWarning(hourlyMinor: number | null, currency: string): string | null {
  const floor = PAY_FLOORS[currency];
  if (hourlyMinor === null || floor === undefined || hourlyMinor >= floor) return null;
  return `This comes to ${formatMoney(hourlyMinor, currency)} an hour, under the panel’s floor of ${formatMoney(floor, currency)}.`;
}

const MONEY = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** An amount in minor units as people write it: £8.50, $1,200.00, 7.20 CHF. */
export function formatMoney(minor: number, currency: string): string {
  const amount = MONEY.format(minor / 100);
  const sign = { GBP: "£", USD: "$", EUR: "€" }[currency];
  return sign ? `${sign}${amount}` : `${amount} ${currency}`;
}

import { formatInteger } from "#components/ui/format.ts";
import { expectedVisitMinutes, formatMoney, hourlyPay, payFloorWarning } from "#lib/domain/studies/pay.ts";

/** The fields that the estimate is made of, as they stand in the form. */
export type EstimateFields = {
  itemCount: number | null;
  annotationsPerItem: number;
  itemsPerAnnotator: number;
  minutesPerItem: number;
  hasPractice: boolean;
  rewardMinor: number | null;
  currency: string;
};

/** Work, time and pay in one line while the form is filled in; empty where the numbers do not read yet. */
export function EstimateLine({ fields }: { fields: EstimateFields }) {
  const { itemCount, annotationsPerItem, itemsPerAnnotator, rewardMinor, currency } = fields;
  const numbers = [annotationsPerItem, itemsPerAnnotator, fields.minutesPerItem];
  if (!numbers.every((value) => Number.isInteger(value) && value > 0)) return null;
  const minutes = expectedVisitMinutes(fields);
  const hourly = rewardMinor === null || Number.isNaN(rewardMinor) ? null : hourlyPay(rewardMinor, minutes);
  const warning = payFloorWarning(hourly, currency);
  return (
    <p className="text-sm text-ink-2">
      {itemCount ? `${workload(itemCount, annotationsPerItem, itemsPerAnnotator)} ` : ""}A visit takes about {minutes}{" "}
      minutes{hourly === null || warning ? "" : `, which pays ${formatMoney(hourly, currency)} an hour`}.
      {warning ? <span className="font-medium text-warn"> {warning}</span> : null}
    </p>
  );
}

function workload(items: number, perItem: number, perAnnotator: number): string {
  const annotations = items * perItem;
  const people = Math.max(perItem, Math.ceil(annotations / perAnnotator));
  return `${formatInteger(annotations)} annotations by at least ${formatInteger(people)} annotators.`;
}

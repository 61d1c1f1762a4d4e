import { formatAgo } from "./format.ts";

/** A moment in words, with the exact time in UTC on hover and for machines. */
export function RelativeTime({ at, now = new Date() }: { at: Date | string; now?: Date }) {
  const date = typeof at === "string" ? new Date(at) : at;
  const iso = date.toISOString();
  return (
    <time
      className="whitespace-nowrap"
      dateTime={iso}
      title={`${iso.slice(0, 19).replace("T", " ")} UTC`}
      suppressHydrationWarning
    >
      {formatAgo(date, now)}
    </time>
  );
}

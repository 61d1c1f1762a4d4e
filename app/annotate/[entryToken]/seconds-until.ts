/** Whole seconds from now, by the server's clock, until an ISO time; null for none. A browser's clock may be wrong. */
export function secondsUntil(time: string | null): number | null {
  return time === null ? null : Math.round((Date.parse(time) - Date.now()) / 1000);
}

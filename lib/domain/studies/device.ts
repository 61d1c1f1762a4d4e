import { z } from "zod";

/** What an annotator's browser runs on, as far as it says. `unknown` counts as a desktop: nobody is turned away by a guess. */
export const deviceSchema = z.enum(["desktop", "tablet", "phone", "unknown"]);
export type Device = z.infer<typeof deviceSchema>;

/**
 * Reads a device from the `User-Agent` header and, where the browser sends it, `Sec-CH-UA-Mobile` (`?1` on phones).
 * Tablets that present themselves as desktops pass as such.
 */
export function deviceOf(userAgent: string | null | undefined, mobileHint?: string | null): Device {
  const agent = userAgent ?? "";
  if (/iPad|Tablet|PlayBook|Silk\/|Kindle/i.test(agent) || (/Android/i.test(agent) && !/Mobile/i.test(agent)))
    return "tablet";
  if (mobileHint === "?1" || /iPhone|iPod|Mobile|Windows Phone|BlackBerry|Opera Mini/i.test(agent)) return "phone";
  return /Windows NT|Macintosh|X11|CrOS|Linux/i.test(agent) ? "desktop" : "unknown";
}

/** Whether a desktop-only study turns this device away. */
export function isSmallDevice(device: Device): boolean {
  return device === "phone" || device === "tablet";
}

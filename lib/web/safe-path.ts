/** A path of this app to go on to after sign-in, from an address that anybody may have written; "/" for anything else. */
export function safePath(wanted: string | string[] | null | undefined): string {
  const here = "http://studio.invalid";
  if (typeof wanted !== "string" || !wanted.startsWith("/") || !URL.canParse(wanted, here)) return "/";
  const url = new URL(wanted, here);
  // Dots and backslashes may still turn into a path of two slashes, which browsers take for another host.
  if (url.origin !== here || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search;
}

// biome-ignore lint/style/noRestrictedImports: this is the one place that wraps it
import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to a page of the app, which changes what stands inside the frame. It fetches nothing ahead: every page is made
 * when it is asked for, so that fetching ahead brings none sooner, and costs the server two requests for every link in
 * sight.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}

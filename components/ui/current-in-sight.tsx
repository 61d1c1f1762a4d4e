"use client";
import { useEffect, useRef } from "react";

/**
 * Inside a row of links that scrolls sideways: brings the current one to its middle, as on a narrow screen it may stand
 * outside. `current` is what says that another one is current now. Renders nothing that is seen.
 */
export function CurrentInSight({ current }: { current: string }) {
  const mark = useRef<HTMLSpanElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another current link is what calls for it
  useEffect(() => {
    const row = mark.current?.parentElement;
    const link = row?.querySelector("[aria-current]");
    if (!row || !link || row.scrollWidth <= row.clientWidth) return;
    const [outer, inner] = [row.getBoundingClientRect(), link.getBoundingClientRect()];
    row.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }, [current]);
  return <span ref={mark} hidden />;
}

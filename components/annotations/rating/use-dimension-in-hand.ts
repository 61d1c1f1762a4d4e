"use client";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { dimensionOfSegment, dimensionSegment } from "./go.ts";

/**
 * The dimension that the address names. Moving changes the address without asking the server; back and forward of the
 * browser work. After a move the title takes the focus, so that eyes and screen readers start at the top.
 */
export function useDimensionInHand(
  dimensions: readonly Dimension[],
  initial: string,
  room: string,
): { dimension: Dimension; index: number; goTo(id: string): void } {
  const last = dimensionOfSegment(decodeURIComponent(usePathname().split("/").at(-1) ?? ""));
  const found = dimensions.findIndex(({ id }) => id === last);
  const index =
    found >= 0
      ? found
      : Math.max(
          0,
          dimensions.findIndex(({ id }) => id === initial),
        );
  const dimension = dimensions[index] as Dimension;
  const shown = useRef(dimension.id);
  useEffect(() => {
    if (shown.current === dimension.id) return;
    shown.current = dimension.id;
    document.title = `${dimension.name} · Rating`;
    document.getElementById("rating")?.scrollTo({ top: 0 });
    if (!matchMedia("(min-width: 64rem) and (min-height: 30rem)").matches) window.scrollTo({ top: 0 });
    document.getElementById("dimension-title")?.focus({ preventScroll: true });
  }, [dimension]);
  const goTo = (id: string) => {
    if (id !== dimension.id) window.history.pushState(null, "", `${room}/${dimensionSegment(id)}`);
  };
  return { dimension, index, goTo };
}

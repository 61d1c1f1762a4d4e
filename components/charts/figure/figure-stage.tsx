"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { createPortal } from "react-dom";

/** Figures are drawn into files at this width in CSS pixels, however wide the window is. */
const FILE_WIDTH = 960;
/** How often a stage is looked at, in ms, and how long a figure may take once the page is in sight. */
const LOOK_MS = 25;
const PATIENCE_MS = 20_000;

type Props = {
  children: ReactNode;
  /** Called once, when everything on the stage is drawn. */
  onDrawn: () => void;
  /** Called instead where it is not drawn in time. */
  onProblem: () => void;
};

/**
 * Draws its children a second time outside the window, at the width of files, out of reach of keyboard and screen reader.
 * What stands on the page stays as it is.
 */
export function FigureStage({ children, onDrawn, onProblem }: Props) {
  const stage = useRef<HTMLDivElement>(null);
  const callbacks = useRef({ onDrawn, onProblem });
  useEffect(() => {
    callbacks.current = { onDrawn, onProblem };
  });
  useEffect(() => {
    const abort = new AbortController();
    waitUntilDrawn(() => stage.current, abort.signal).then((isDrawn) => {
      if (abort.signal.aborted) return;
      if (isDrawn) callbacks.current.onDrawn();
      else callbacks.current.onProblem();
    });
    return () => abort.abort();
  }, []);
  return createPortal(
    <div ref={stage} inert aria-hidden="true" className="fixed top-0 -left-[20000px]" style={{ width: FILE_WIDTH }}>
      {children}
    </div>,
    document.body,
  );
}

/** Waits until every plot inside is drawn and nothing moves any more; false when that takes too long. */
async function waitUntilDrawn(find: () => HTMLElement | null, signal: AbortSignal): Promise<boolean> {
  let waited = 0;
  let before = "";
  while (!signal.aborted && waited < PATIENCE_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    // A browser draws nothing in a page that is out of sight, so that time does not count.
    if (!document.hidden) waited += LOOK_MS;
    const stage = find();
    if (!stage || !isDrawn(stage)) continue;
    const now = footprint(stage);
    if (now === before) return true;
    before = now;
  }
  return false;
}

/** Whether every plot inside has found its scales. */
export function isDrawn(box: ParentNode): boolean {
  return [...box.querySelectorAll("[data-plot]")].every((plot) => plot.querySelector("[data-plot-drawn]"));
}

/** Changes as long as anything is still being laid out. */
function footprint(stage: HTMLElement): string {
  const { width, height } = stage.getBoundingClientRect();
  return `${width} ${height} ${stage.getElementsByTagName("*").length}`;
}

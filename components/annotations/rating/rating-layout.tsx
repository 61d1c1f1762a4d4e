"use client";
import { type MouseEvent, type ReactNode, useEffect, useState } from "react";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { GuidelinesDialog } from "./guidelines-dialog.tsx";
import { type Pane, RatingTop } from "./rating-top.tsx";

/** Addresses of the guidelines: the page, and the same as JSON for the panel that opens over the form. */
export type GuidelinesAddresses = { guidelines: string; guidelinesJson: string };

/** The panel and the pane in sight, shared by the real room and the practice. */
export type RatingView = {
  pane: Pane | null;
  setPane(pane: Pane): void;
  isReading: boolean;
  setReading(isReading: boolean): void;
};

/** State of {@link RatingLayout}. On a narrow screen the pane in sight follows the address until somebody chooses. */
export function useRatingView(): RatingView {
  const [pane, setPane] = useState<Pane | null>(null);
  const [isReading, setReading] = useState(false);
  return { pane, setPane, isReading, setReading };
}

/** The frame of rating: the line on top, the conversation left, the form right; two tabs below 1,024 px. */
export function RatingLayout({
  view,
  dimension,
  dimensions,
  where,
  status,
  notice,
  contact,
  hasSkip,
  first,
  guidelines,
  reading,
  form,
}: {
  view: RatingView;
  dimension: Dimension;
  dimensions: readonly Dimension[];
  where: readonly string[];
  status: ReactNode;
  notice: ReactNode;
  contact: string;
  hasSkip: boolean;
  /** What a narrow screen shows before anybody chose. */
  first: Pane;
  guidelines: GuidelinesAddresses;
  reading: ReactNode;
  form: ReactNode;
}) {
  useClosingDetails();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; their presses are answered here
    // biome-ignore lint/a11y/useKeyWithClickEvents: pressing a link with Enter is a click
    <div
      className="rating-room"
      data-pane={view.pane ?? undefined}
      data-first={first}
      onClick={(event) => followHalf(event, view.setPane)}
    >
      <RatingTop
        step={dimensions.indexOf(dimension) + 1}
        steps={dimensions.length}
        where={where}
        status={status}
        contact={contact}
        hasSkip={hasSkip}
        pane={view.pane}
        onGuidelines={() => view.setReading(true)}
      />
      <div className="rating-notice">{notice}</div>
      <main className="rating-panes">
        {reading}
        <section id="rating" aria-label="Rating" tabIndex={-1} className="rating-pane bg-surface outline-none">
          {form}
        </section>
      </main>
      <GuidelinesDialog
        isOpen={view.isReading}
        dimensions={dimensions}
        initial={dimension.id}
        source={guidelines.guidelinesJson}
        page={guidelines.guidelines}
        onClose={() => view.setReading(false)}
      />
    </div>
  );
}

/** Links to one half of the page show it and put the focus there, without leaving a step in the browser's history. */
function followHalf(event: MouseEvent, setPane: (pane: Pane) => void): void {
  const link = (event.target as HTMLElement).closest?.("a[href='#conversation'], a[href='#rating']");
  if (!link) return;
  event.preventDefault();
  const half: Pane = link.getAttribute("href") === "#rating" ? "rating" : "conversation";
  setPane(half);
  requestAnimationFrame(() => document.getElementById(half)?.focus());
}

/** Open menus close with Escape and when somebody presses elsewhere; without JavaScript their own head closes them. */
function useClosingDetails(): void {
  useEffect(() => {
    const open = () => document.querySelectorAll<HTMLDetailsElement>(".rating-room details[open]");
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      for (const details of open()) {
        const hadFocus = details.contains(document.activeElement);
        details.open = false;
        if (hadFocus) details.querySelector("summary")?.focus();
      }
    };
    const onPointer = (event: PointerEvent) => {
      for (const details of open()) if (!details.contains(event.target as Node)) details.open = false;
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPointer);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPointer);
    };
  }, []);
}

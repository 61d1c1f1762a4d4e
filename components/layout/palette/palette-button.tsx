"use client";
import { lazy, Suspense, useLayoutEffect, useState } from "react";
import { ScriptButton } from "#components/ui/script-button.tsx";
import type { FixedEntry } from "./entries.ts";

const PaletteDialog = lazy(() => import("./palette-dialog.tsx"));

/**
 * Opens the palette, also by Ctrl+K or ⌘K. What it is made of is loaded when it is first wanted. The keys are left alone
 * while another dialog is open.
 */
export function PaletteButton({ entries }: { entries: readonly FixedEntry[] }) {
  // Each opening has a number: a dialog tells that it was closed a moment later, when the next one may be open.
  const [opening, setOpening] = useState(0);
  const [closed, setClosed] = useState(0);
  // Before the page is painted: whoever sees it may press at once.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isShortcut = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (!isShortcut || event.altKey || event.shiftKey || document.querySelector("dialog[open], [role=dialog]"))
        return;
      event.preventDefault();
      setOpening((last) => last + 1);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <ScriptButton
        variant="quiet"
        size="sm"
        onClick={() => setOpening((last) => last + 1)}
        aria-label="Find a page, study or episode"
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
      >
        <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true" fill="none" stroke="currentColor">
          <circle cx="7" cy="7" r="4.5" strokeWidth="1.5" />
          <path d="M10.5 10.5l4 4" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
      </ScriptButton>
      {opening > closed ? (
        <Suspense fallback={null}>
          <PaletteDialog key={opening} entries={entries} onClose={() => setClosed(opening)} />
        </Suspense>
      ) : null}
    </>
  );
}

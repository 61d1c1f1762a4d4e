"use client";
import { useEffect, useLayoutEffect, useRef } from "react";

/** True while a key press belongs to what somebody writes or to a control that has the focus. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT|INPUT)$/.test(target.tagName))
  );
}

/**
 * Ctrl+Enter goes on, also while writing; `?` opens help, but never while somebody writes or a dialog is open.
 * No other single key does anything, and a key that is held down acts once.
 */
export function useRatingKeys(onNext: () => void): void {
  const next = useRef(onNext);
  // Before the new dimension is painted: a press right after it appeared must not go by the old one.
  useLayoutEffect(() => {
    next.current = onNext;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (!event.repeat) next.current();
      } else if (event.key === "?" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target)) {
        event.preventDefault();
        openHelp();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function openHelp(): void {
  const help = document.getElementById("help");
  if (!(help instanceof HTMLDetailsElement)) return;
  help.open = true;
  help.querySelector("summary")?.focus();
}

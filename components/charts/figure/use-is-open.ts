"use client";
import { type RefObject, useCallback, useRef, useSyncExternalStore } from "react";

/**
 * Whether a `<details>` is open, so that what it hides need not be drawn while it is closed. On the server it counts as
 * open: without scripts everything must be there.
 */
export function useIsOpen(): [RefObject<HTMLDetailsElement | null>, boolean] {
  const details = useRef<HTMLDetailsElement>(null);
  const follow = useCallback((onChange: () => void) => {
    const element = details.current;
    element?.addEventListener("toggle", onChange);
    return () => element?.removeEventListener("toggle", onChange);
  }, []);
  const isOpen = useSyncExternalStore(
    follow,
    () => details.current?.open ?? false,
    () => true,
  );
  return [details, isOpen];
}

"use client";
import { useLinkStatus } from "next/link";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { TablePageSkeleton } from "#components/ui/skeleton.tsx";

/** A page that comes sooner than this shows nothing in between, in ms. */
const PATIENCE_MS = 150;

/**
 * Inside a link: lays the skeleton of a list over the page while the linked one is on its way. It exists in the browser
 * only, so that a page's HTML always holds its content, also for people without JavaScript.
 */
export function PendingPage() {
  const { pending } = useLinkStatus();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (!pending) return setIsShown(false);
    const timer = setTimeout(() => setIsShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [pending]);
  const content = isShown ? document.getElementById("content") : null;
  if (!content) return null;
  return createPortal(
    <div data-pending-page className="absolute inset-0 z-10 min-h-dvh bg-paper px-4 pt-8 sm:px-6">
      <TablePageSkeleton />
    </div>,
    content,
  );
}

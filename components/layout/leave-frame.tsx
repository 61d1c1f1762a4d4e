"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * On a page for strangers: a session that ended elsewhere leaves the frame of its pages on the screen, because going
 * from page to page asks for the page alone. This asks for the frame too.
 */
export function LeaveFrame() {
  const router = useRouter();
  useEffect(() => {
    if (document.querySelector("[data-frame]")) router.refresh();
  }, [router]);
  return null;
}

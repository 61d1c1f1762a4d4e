"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks the server for the page again every `seconds` while it is looked at; draws nothing. */
export function LiveRefresh({ seconds = 5 }: { seconds?: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && navigator.onLine) router.refresh();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}

"use client";
import { useEffect, useState } from "react";
import { buttonClasses } from "#components/ui/button-classes.ts";

/** Seconds until the panel's page opens by itself. */
const SECONDS = 3;

/**
 * Leads back to the panel after three seconds, unless somebody wants to stay (to copy the code, for example). Without
 * JavaScript the page itself asks the browser for the same; the link is always there.
 */
export function ReturnSoon({ url, isAutomatic }: { url: string; isAutomatic: boolean }) {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (isAutomatic) setLeft(SECONDS);
  }, [isAutomatic]);
  useEffect(() => {
    if (left === null) return;
    if (left === 0) return window.location.assign(url);
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, url]);
  return (
    <div className="mt-8">
      {isAutomatic ? (
        <noscript>
          <meta httpEquiv="refresh" content={`${SECONDS};url=${url}`} />
        </noscript>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <a className={buttonClasses("primary")} href={url} rel="noreferrer">
          Back to the panel
        </a>
        {left === null ? null : (
          <button type="button" className={buttonClasses("secondary")} onClick={() => setLeft(null)}>
            Stay on this page
          </button>
        )}
      </div>
      <p role="status" className="mt-2 min-h-6 text-sm text-ink-2">
        {left === null ? "" : "The panel’s page opens in a moment."}
      </p>
    </div>
  );
}

"use client";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";

/** With more policies than there are colours a view may be dozens of screens long. */
const MOST_POLICIES = 8;

/** What of a long view is seen on the screen at first, in pixels: more than one screen. */
const CUT_AT = 1_200;

type Props = { policies: number; children: ReactNode };

/**
 * One view of a report. Of many policies only its beginning is seen on a screen until somebody wants the rest; whoever
 * prints, or has no scripts, gets all of it. What is cut keeps its place in the page, so that figures have their widths,
 * and opens where the focus or a search goes into it.
 */
export function LongView({ policies, children }: Props) {
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const [isLong, setLong] = useState(false);
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    const view = body.current?.firstElementChild;
    if (!view || policies <= MOST_POLICIES) return;
    const observer = new ResizeObserver(() => setLong(view.scrollHeight > CUT_AT));
    observer.observe(view);
    return () => observer.disconnect();
  }, [policies]);
  const isCut = isLong && !isWhole;
  return (
    <>
      <div
        id={id}
        ref={body}
        style={isCut ? { maxHeight: CUT_AT } : undefined}
        onScroll={isCut ? () => setWhole(true) : undefined}
        className={classNames(isCut && "overflow-hidden print:max-h-none! print:overflow-visible")}
      >
        {children}
      </div>
      {isLong ? (
        <p className="mt-3 border-line border-t pt-3 print:hidden">
          <button
            type="button"
            className="link"
            aria-expanded={!isCut}
            aria-controls={id}
            onClick={() => setWhole(isCut)}
          >
            {isCut ? `Show the rest of this view, of ${policies} policies` : "Show the beginning of this view alone"}
          </button>
        </p>
      ) : null}
    </>
  );
}

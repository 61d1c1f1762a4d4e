"use client";
import { useEffect, useRef, useState } from "react";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { LEASE_NOTICE_SECONDS } from "#lib/domain/studies/leases.ts";

/** The notice appears when less than this is left (ms). */
const NOTICE_MS = LEASE_NOTICE_SECONDS * 1000;

/**
 * A calm line before the time of an episode ends, with one action that gives more, and another line after it has
 * ended. Nothing is ever sent by itself.
 */
export function LeaseNotice({
  endsAt,
  canExtend,
  onExtend,
}: {
  /** On this device's clock (ms); null when it is unknown. */
  endsAt: number | null;
  canExtend: boolean;
  onExtend(): Promise<boolean>;
}) {
  const left = useTimeLeft(endsAt);
  const [answer, setAnswer] = useState<"" | "given" | "failed">("");
  const workedOn = useRef<EventTarget | null>(null);
  const phase = left === null || left >= NOTICE_MS ? "calm" : left > 0 ? "soon" : "over";
  const extend = async () => {
    const isGiven = await onExtend();
    setAnswer(isGiven ? "given" : "failed");
    // The button goes away with the notice, so the focus goes back to where the work was.
    if (isGiven && workedOn.current instanceof HTMLElement) workedOn.current.focus({ preventScroll: true });
    workedOn.current = null;
  };
  return (
    <div role="status">
      {phase === "calm" ? (
        <span className="sr-only">{answer === "given" ? "You have more time for this conversation." : ""}</span>
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-warn border-b bg-warn-soft px-4 py-2.5 text-sm sm:px-6">
          {phase === "soon" ? (
            <p className="min-w-0 flex-1 basis-64">
              <b className="font-semibold">Still reading?</b> In about {minutes(left ?? 0)} this conversation may be
              offered to somebody else. Your work stays saved either way.
              {answer === "failed" ? " More time could not be asked for just now; any change you make asks again." : ""}
            </p>
          ) : (
            <p className="min-w-0 flex-1 basis-64">
              The time kept for this conversation has passed. Your work is kept, and you can still finish and submit it.
            </p>
          )}
          {canExtend && phase === "soon" ? (
            <button
              type="button"
              className={buttonClasses("secondary", "sm")}
              onFocus={(event) => {
                workedOn.current = event.relatedTarget;
              }}
              onClick={extend}
            >
              I need more time
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}

function minutes(ms: number): string {
  const whole = Math.ceil(ms / 60_000);
  return whole <= 1 ? "a minute" : `${whole} minutes`;
}

/** Milliseconds until `endsAt`, looked at every 15 s so that the notice does not tick. */
function useTimeLeft(endsAt: number | null): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (endsAt === null) return setLeft(null);
    const look = () => setLeft(endsAt - Date.now());
    look();
    const timer = setInterval(look, 15_000);
    return () => clearInterval(timer);
  }, [endsAt]);
  return left;
}

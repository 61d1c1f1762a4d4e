"use client";
import { useEffect, useRef, useState } from "react";
import { ConfirmAction } from "#components/forms/confirm-action.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { formatInteger, plural } from "#components/ui/format.ts";

const REST =
  "What is not kept is set aside, not deleted. This can be taken back until a study is launched that goes by it.";

type Props = { importId: string; open: number; decided: number; decide: SendForm };

/** Decides all open conflicts of a file, or takes all decisions back; what came of it is said where the buttons were. */
export function DecideAll({ importId, open, decided, decide }: Props) {
  const [said, setSaid] = useState("");
  const all = open === 1 ? "the one" : `all ${formatInteger(open)}`;
  const shared = { send: decide, onDone: setSaid };
  return (
    <>
      <Said words={said} />
      <div className="mt-3 flex flex-wrap gap-3">
        {open > 0 ? (
          <>
            <ConfirmAction
              {...shared}
              trigger={`Keep the newer for ${all}`}
              title={`Keep the newer version of ${plural(open, "record")}?`}
              description={`The versions that came with this file count from now on. ${REST}`}
              fields={{ importId, keep: "newer" }}
              label="Keep the newer"
              pendingLabel="Deciding…"
            />
            <ConfirmAction
              {...shared}
              trigger={`Keep the older for ${all}`}
              title={`Keep the older version of ${plural(open, "record")}?`}
              description={`The versions that were here first count from now on. ${REST}`}
              fields={{ importId, keep: "older" }}
              label="Keep the older"
              pendingLabel="Deciding…"
            />
          </>
        ) : null}
        {decided > 0 ? (
          <ConfirmAction
            {...shared}
            trigger="Take all decisions back"
            variant="quiet"
            title={`Take ${plural(decided, "decision")} back?`}
            description="All conflicts of this file are undecided again, save those that a launched study goes by."
            fields={{ importId, keep: "undecided" }}
            label="Take them back"
            pendingLabel="Taking back…"
          />
        ) : null}
      </div>
    </>
  );
}

/** What came of the last decision. It takes the focus, since the button that had it may be gone. */
function Said({ words }: { words: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (words) place.current?.focus();
  }, [words]);
  return (
    <p ref={place} role="status" tabIndex={-1} className="mt-2 font-medium text-ok empty:hidden">
      {words}
    </p>
  );
}

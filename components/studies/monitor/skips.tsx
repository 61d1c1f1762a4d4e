import { plural } from "#components/ui/format.ts";
import type { StudyProgress } from "#lib/domain/studies/progress.ts";
import { skipWord } from "../study-words.ts";
import { MonitorPart } from "./monitor-part.tsx";

/** Why items were skipped, with what people wrote. */
export function Skips({ skips }: { skips: StudyProgress["skips"] }) {
  return (
    <MonitorPart title="Skips">
      {skips.length === 0 ? <p className="text-sm text-ink-2">No item was skipped.</p> : null}
      <ul className="text-sm">
        {skips.map((skip) => (
          <li key={skip.reason} className="border-line border-b py-2 last:border-b-0">
            <p>
              <span className="font-medium">{skipWord(skip.reason)}</span>{" "}
              <span className="text-ink-2">{plural(skip.count, "time")}</span>
            </p>
            {skip.notes.map((note) => (
              <p key={note} className="mt-1 font-text text-ink-2">
                “{note}”
              </p>
            ))}
          </li>
        ))}
      </ul>
    </MonitorPart>
  );
}

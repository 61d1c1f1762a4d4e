import type { SendForm } from "#components/forms/form-values.ts";
import { Callout } from "#components/ui/callout.tsx";
import { plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import type { ConflictCounts } from "#lib/domain/episodes/import-conflicts.ts";
import { conflictsInWords, countConflicts } from "./conflict-words.ts";
import { DecideAll } from "./decide-all.tsx";

type Props = {
  importId: string;
  counts: ConflictCounts;
  /** Absent for somebody who may only read. */
  decide?: SendForm | undefined;
};

const UNDECIDED =
  "Another record with the same id and other content is here, and both are kept. While nobody decides, both episodes stay listed and neither is drawn; of everything else the version that came first counts. What annotators see follows the decision, except in studies that are launched.";

/** How many conflicts an imported file has, what an undecided one means, and a decision about all of them at once. */
export function ConflictsOfFile({ importId, counts, decide }: Props) {
  const [open, decided] = [countConflicts(counts, "open"), countConflicts(counts, "decided")];
  if (open + decided === 0) return null;
  return (
    <Callout
      tone={open > 0 ? "warn" : "note"}
      title={open > 0 ? `${plural(open, "conflict")} to decide` : "All conflicts are decided"}
    >
      <p className="max-w-[68ch]">
        {open > 0 ? `Undecided: ${conflictsInWords(counts, "open")}. ` : ""}
        {decided > 0 ? `Decided: ${conflictsInWords(counts, "decided")}. ` : ""}
        {open > 0 ? UNDECIDED : "What was set aside stays readable, but leaves the list and new studies."}
      </p>
      <p className="mt-2">
        <Link className="link" href={`/episodes/imports/${importId}?outcome=conflict`}>
          Compare them one by one
        </Link>
      </p>
      {decide ? <DecideAll importId={importId} open={open} decided={decided} decide={decide} /> : null}
    </Callout>
  );
}

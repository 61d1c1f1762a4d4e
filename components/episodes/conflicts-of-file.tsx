import Link from "next/link";
import { ConfirmAction } from "#components/forms/confirm-action.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { Callout } from "#components/ui/callout.tsx";
import { formatInteger, plural } from "#components/ui/format.ts";
import type { ConflictCounts } from "#lib/domain/episodes/import-conflicts.ts";
import { conflictsInWords, countConflicts } from "./conflict-words.ts";

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

type DecideAllProps = { importId: string; open: number; decided: number; decide: SendForm };

function DecideAll({ importId, open, decided, decide }: DecideAllProps) {
  const all = open === 1 ? "the one" : `all ${formatInteger(open)}`;
  const rest =
    "What is not kept is set aside, not deleted. This can be taken back until a study is launched that goes by it.";
  return (
    <div className="mt-3 flex flex-wrap gap-3">
      {open > 0 ? (
        <>
          <ConfirmAction
            trigger={`Keep the newer for ${all}`}
            title={`Keep the newer version of ${plural(open, "record")}?`}
            description={`The versions that came with this file count from now on. ${rest}`}
            send={decide}
            fields={{ importId, keep: "newer" }}
            label="Keep the newer"
            pendingLabel="Deciding…"
          />
          <ConfirmAction
            trigger={`Keep the older for ${all}`}
            title={`Keep the older version of ${plural(open, "record")}?`}
            description={`The versions that were here first count from now on. ${rest}`}
            send={decide}
            fields={{ importId, keep: "older" }}
            label="Keep the older"
            pendingLabel="Deciding…"
          />
        </>
      ) : null}
      {decided > 0 ? (
        <ConfirmAction
          trigger="Take all decisions back"
          variant="quiet"
          title={`Take ${plural(decided, "decision")} back?`}
          description="All conflicts of this file are undecided again, save those that a launched study goes by."
          send={decide}
          fields={{ importId, keep: "undecided" }}
          label="Take them back"
          pendingLabel="Taking back…"
        />
      ) : null}
    </div>
  );
}

import { formatInteger } from "#components/ui/format.ts";
import type { Replication } from "#lib/domain/analysis/replication/replication.ts";
import { excludedWords } from "./excluded-words.ts";

type Props = {
  replication: Replication;
  /** Raters of these files whose ratings are left out of analyses. */
  excludedRaters: number;
};

/** What came out, in two sentences, how to read the signs, and who counts although they are excluded elsewhere. */
export function ReplicationLead({ replication, excludedRaters }: Props) {
  const { counts, isWhole, judge } = replication;
  const { same, different, missing } = counts;
  return (
    <div className="max-w-[75ch]">
      <p className="font-text text-xl">
        Of {formatInteger(same + different + missing)} published figures {formatInteger(same)} come out the same to the
        last printed digit, {formatInteger(different)} do not, and {formatInteger(missing)} cannot be recomputed.{" "}
        {isWhole
          ? "The whole study is here."
          : "Only a part of the study is here, so most figures must differ; the same computation runs on the whole."}
      </p>
      <p className="mt-2 text-sm text-ink-2">
        {judge === "" ? "No judge’s scores of these episodes are here." : `The judge is ${judge}.`} A recomputed figure
        is followed by = where it is the published one and by ≠ where it is not. A dot cannot be computed from what is
        here, a dash is not defined. Corrected figures carry 95 % intervals. {excludedWords(excludedRaters)}
      </p>
    </div>
  );
}

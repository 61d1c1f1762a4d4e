import type { FindingHead } from "#lib/domain/analysis/findings/common.ts";
import type { ViewName } from "#lib/domain/analysis/findings/views.ts";
import { basisWords, countWords, resamplingWords } from "./view-words.ts";

/** What the numbers rest on, once per page; with a view also what of it is left to chance, and by which seed. */
export function ViewBasis({ finding, view }: { finding: FindingHead; view?: ViewName }) {
  const resampled = view ? resamplingWords(view, finding) : null;
  return (
    <footer className="max-w-[90ch] text-xs text-ink-2">
      <p>{basisWords(finding)}</p>
      {resampled ? <p className="mt-1">{resampled}</p> : null}
      <p className="mt-1">{countWords(finding.counts)}</p>
    </footer>
  );
}

import type { FindingHead } from "#lib/domain/analysis/findings/common.ts";
import { countWords, intervalWords } from "./view-words.ts";

/** What the numbers rest on, once per page. */
export function ViewBasis({ finding }: { finding: FindingHead }) {
  return (
    <footer className="max-w-[90ch] text-xs text-ink-2">
      <p>
        {intervalWords(finding)}. {finding.clusters.sentence}
      </p>
      <p className="mt-1">{countWords(finding.counts)}</p>
    </footer>
  );
}

import { useId } from "react";
import type { AnalysisQuestion } from "#lib/domain/analysis/question.ts";

type Props = { methods: string; version: number; fingerprint: string; question: AnalysisQuestion };

/** The end of a report: how it was done, for the methods section of a paper, and everything that decides a number. */
export function ReportEnd({ methods, version, fingerprint, question }: Props) {
  const id = useId();
  return (
    <>
      <section aria-labelledby={`${id}-methods`}>
        <h2 id={`${id}-methods`} className="text-xl">
          Methods
        </h2>
        <p className="mt-2 max-w-[75ch] font-text text-lg">{methods}</p>
      </section>
      <section aria-labelledby={`${id}-settings`} className="mt-8">
        <h2 id={`${id}-settings`} className="text-xl">
          Settings
        </h2>
        <p className="mt-1 text-sm text-ink-2">
          Version {version} of the question, seed {question.seed}, {question.resamples} resamples. Fingerprint of
          question and data: {fingerprint}.
        </p>
        <pre className="mt-3 overflow-x-auto rounded-surface border border-line bg-surface p-4 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
          {JSON.stringify(question, null, 2)}
        </pre>
      </section>
    </>
  );
}

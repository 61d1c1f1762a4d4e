"use client";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { DrawQueue, DrawQueueContext } from "#components/charts/figure/draw-queue.ts";
import { type FigureSetting, FigureSettingContext } from "#components/charts/figure/figure-setting.ts";
import { isDrawn } from "#components/charts/figure/figure-stage.tsx";
import { plural } from "#components/ui/format.ts";
import { ScriptButton } from "#components/ui/script-button.tsx";
import { AnalysisView } from "../analysis-view.tsx";
import { ViewBasis } from "../frame/view-basis.tsx";
import { filterWords } from "../frame/view-words.ts";
import { queryOfViews } from "../frame/views-query.ts";
import { LongView } from "./long-view.tsx";
import { type ReportedView, useWholeViews } from "./use-whole-views.ts";

const SETTING: FigureSetting = { purpose: "report" };

type Props = {
  analysisId: string;
  views: readonly ReportedView[];
  fingerprint: string;
  /** What stands last: methods and settings. */
  children: ReactNode;
};

/**
 * Everything that an analysis finds, to be read from top to bottom and printed: all views in their order on every
 * dimension. Figures are drawn as the browser finds time, and all of them before it prints.
 */
export function Report({ analysisId, views: first, fingerprint, children }: Props) {
  const query = queryOfViews(useSearchParams());
  const { views, problem } = useWholeViews({ analysisId, query, fingerprint, views: first });
  const body = useRef<HTMLDivElement>(null);
  const queue = useDrawQueue();
  const head = views[0]?.finding;
  const pending = views.filter(({ isPending }) => isPending).length;
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        <PrintButton queue={queue} body={body} />
        <PendingNote pending={pending} problem={problem} />
      </div>
      {head ? (
        <div className="mb-8">
          <p className="max-w-[80ch] text-sm text-ink-2">{filterWords(head)}</p>
          <div className="mt-2">
            <ViewBasis finding={head} />
          </div>
        </div>
      ) : null}
      <FigureSettingContext value={SETTING}>
        <DrawQueueContext value={queue}>
          <div ref={body} className="flex flex-col gap-12 print:block">
            {views.map(({ finding }, place) => (
              <div key={finding.view} className={place > 0 ? "print:break-before-page" : undefined}>
                <LongView policies={finding.policies.length}>
                  <AnalysisView analysisId={analysisId} finding={finding} />
                </LongView>
              </div>
            ))}
            <div className="print:break-before-page">{children}</div>
          </div>
        </DrawQueueContext>
      </FigureSettingContext>
    </>
  );
}

/** How many views wait for intervals, or why they do not come. */
function PendingNote({ pending, problem }: { pending: number; problem: string | null }) {
  return (
    <>
      <p role="status" className="text-sm text-ink-2">
        {pending > 0 && !problem
          ? `Some intervals of ${plural(pending, "view")} are still being computed; they appear by themselves.`
          : ""}
      </p>
      {pending > 0 ? (
        <noscript>
          <p className="text-sm text-ink-2">Without scripts, load the page again for them.</p>
        </noscript>
      ) : null}
      {problem ? (
        <p role="alert" className="text-sm text-bad">
          {problem}
        </p>
      ) : null}
    </>
  );
}

/** A queue for the plots of the page, which all are drawn when it is printed; null on the server, which draws none. */
function useDrawQueue(): DrawQueue | null {
  const [queue] = useState(() => (typeof window === "undefined" ? null : new DrawQueue()));
  useEffect(() => {
    if (!queue) return;
    const drawNow = () => flushSync(() => queue.drawAll());
    window.addEventListener("beforeprint", drawNow);
    return () => window.removeEventListener("beforeprint", drawNow);
  }, [queue]);
  return queue;
}

type PrintProps = { queue: DrawQueue | null; body: { readonly current: HTMLElement | null } };

/** Prints the report as soon as every figure is drawn. */
function PrintButton({ queue, body }: PrintProps) {
  const [isWaiting, setWaiting] = useState(false);
  const print = async () => {
    setWaiting(true);
    queue?.drawAll();
    while (body.current && !isDrawn(body.current)) await new Promise((resolve) => setTimeout(resolve, 50));
    setWaiting(false);
    window.print();
  };
  return (
    <ScriptButton onClick={print} aria-disabled={isWaiting}>
      {isWaiting ? "Drawing the figures…" : "Print or save as PDF"}
    </ScriptButton>
  );
}

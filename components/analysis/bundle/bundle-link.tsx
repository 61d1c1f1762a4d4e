"use client";
import { useSearchParams } from "next/navigation";
import { lazy, type MouseEvent, Suspense, useState } from "react";
import { Button, buttonClasses } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { queryOfViews } from "../frame/views-query.ts";
import { type BundleProgress, progressWords } from "./progress.ts";

/** Drawing everything needs every view; nobody else should have to load them. */
const BundleMaker = lazy(() => import("./bundle-maker.tsx"));

/**
 * “Download everything”: tables, figures, methods and settings as one archive. It is a link to the server's part, which
 * holds no figures, since they are drawn in the browser; with scripts they are added on the way.
 */
export function BundleLink({ analysisId }: { analysisId: string }) {
  const query = queryOfViews(useSearchParams());
  const [progress, setProgress] = useState<BundleProgress | null>(null);
  // What is being made belongs to the filters that it was begun under, also while the reader goes on.
  const [begun, setBegun] = useState<{ query: string; run: number } | null>(null);
  const hrefOf = (of: string) => `/api/v1/analyses/${analysisId}/bundle${of ? `?${of}` : ""}`;
  const isRunning = progress?.step === "computing" || progress?.step === "drawing";
  const begin = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (isRunning) return;
    setProgress({ step: "computing", done: 0, of: 1 });
    setBegun((last) => ({ query, run: (last?.run ?? 0) + 1 }));
  };
  const end = () => {
    setProgress(null);
    setBegun(null);
  };
  return (
    <>
      <a
        href={hrefOf(query)}
        download
        onClick={begin}
        aria-disabled={isRunning || undefined}
        className={buttonClasses("primary")}
      >
        Download everything
      </a>
      <noscript>
        <p className="w-full text-xs text-ink-2">
          Without scripts this holds every table, the methods and the settings, and no figures.
        </p>
      </noscript>
      {progress ? <BundlePanel progress={progress} tablesHref={hrefOf(begun?.query ?? query)} onEnd={end} /> : null}
      {begun && isRunning ? (
        <Suspense fallback={null}>
          <BundleMaker
            key={begun.run}
            analysisId={analysisId}
            href={hrefOf(begun.query)}
            query={begun.query}
            onProgress={setProgress}
          />
        </Suspense>
      ) : null}
    </>
  );
}

type PanelProps = { progress: BundleProgress; tablesHref: string; onEnd: () => void };

/** How far the bundle is, always in sight; cancelled or closed from here. */
function BundlePanel({ progress, tablesHref, onEnd }: PanelProps) {
  const isRunning = progress.step === "computing" || progress.step === "drawing";
  return (
    <section
      aria-label="Download"
      className="fixed right-4 bottom-4 left-4 z-30 rounded-surface border border-line bg-surface p-4 text-sm shadow-lg sm:left-auto sm:w-96 print:hidden"
    >
      {isRunning ? (
        <>
          <p>{progressWords(progress)}</p>
          <Progress className="mt-2" value={progress.done} max={progress.of} label="Files made" />
          <p role="status" className="sr-only">
            {progress.step === "computing" ? "Computing the views." : `Drawing ${progress.of} figures.`}
          </p>
        </>
      ) : (
        <p
          role={progress.step === "failed" ? "alert" : "status"}
          className={progress.step === "failed" ? "text-bad" : ""}
        >
          {progressWords(progress)}
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={onEnd}>
          {isRunning ? "Cancel" : "Close"}
        </Button>
        {progress.step === "failed" ? (
          <a href={tablesHref} download className={buttonClasses("quiet", "sm")}>
            Download the tables alone
          </a>
        ) : null}
      </div>
    </section>
  );
}

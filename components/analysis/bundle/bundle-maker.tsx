"use client";
import { useEffect, useMemo, useRef, useState } from "react";
import {
  type FigureSetting,
  FigureSettingContext,
  type MountedFigure,
} from "#components/charts/figure/figure-setting.ts";
import { FigureStage } from "#components/charts/figure/figure-stage.tsx";
import { AnalysisView } from "../analysis-view.tsx";
import type { FigureJob } from "./figure-jobs.ts";
import { type BundleWork, makeBundle } from "./make-bundle.ts";
import { type BundleProgress, Sentence } from "./progress.ts";

/** A job that is to be drawn now, and who is told of it. */
type Order = { job: FigureJob; onDrawn: (figures: readonly MountedFigure[]) => void; onProblem: () => void };

const UNDRAWN = "This browser could not draw the figures. Keep the page in sight and try again.";

/** Whose bundle is made, under which filters, and who is told how far it is. */
export type BundleMakerProps = Pick<BundleWork, "analysisId" | "href" | "query"> & {
  onProgress: (progress: BundleProgress) => void;
};

/**
 * Makes the bundle of an analysis as soon as it is there. What it draws lies outside the window, one job after another, so
 * the page can be read meanwhile; taking it away cancels everything.
 */
export default function BundleMaker({ analysisId, href, query, onProgress }: BundleMakerProps) {
  const [order, setOrder] = useState<Order | null>(null);
  const listener = useRef(onProgress);
  useEffect(() => {
    listener.current = onProgress;
  });
  useEffect(() => {
    const abort = new AbortController();
    const tell = (progress: BundleProgress) => {
      if (!abort.signal.aborted) listener.current(progress);
    };
    const draw = (job: FigureJob) =>
      new Promise<readonly MountedFigure[]>((resolve, reject) => {
        setOrder({ job, onDrawn: resolve, onProblem: () => reject(new Sentence(UNDRAWN)) });
      });
    makeBundle({ analysisId, href, query, signal: abort.signal, tell, draw }).catch((error) => {
      tell({ step: "failed", sentence: error instanceof Sentence ? error.message : UNDRAWN });
    });
    return () => abort.abort();
  }, [analysisId, href, query]);
  if (!order) return null;
  const { job } = order;
  return <DrawnJob key={`${job.finding.view} ${job.part}`} analysisId={analysisId} order={order} />;
}

function DrawnJob({ analysisId, order }: { analysisId: string; order: Order }) {
  const { job, onDrawn, onProblem } = order;
  const [figures] = useState(() => new Set<MountedFigure>());
  const setting = useMemo<FigureSetting>(
    () => ({
      purpose: "file",
      part: job.part,
      register: (figure) => {
        figures.add(figure);
        return () => figures.delete(figure);
      },
    }),
    [figures, job.part],
  );
  return (
    <FigureSettingContext value={setting}>
      <FigureStage onDrawn={() => onDrawn([...figures])} onProblem={onProblem}>
        <AnalysisView analysisId={analysisId} finding={job.finding} />
      </FigureStage>
    </FigureSettingContext>
  );
}

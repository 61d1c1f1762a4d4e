"use client";
import { useSearchParams } from "next/navigation";
import { type ComponentType, type MouseEvent, useRef, useState } from "react";
import { buttonClasses } from "#components/ui/button.tsx";
import { queryOfViews } from "../frame/views-query.ts";
import type { BundleMakerProps } from "./bundle-maker.tsx";
import { BundlePanel } from "./bundle-panel.tsx";
import { type BundleProgress, isUnderWay } from "./progress.ts";

/** A bundle that is being made: by what, and under the filters that it was begun with, also while the reader goes on. */
type Begun = { Maker: ComponentType<BundleMakerProps>; query: string };

/** Drawing everything needs every view; nobody else should have to load them. */
async function loadMaker(): Promise<ComponentType<BundleMakerProps>> {
  return (await import("./bundle-maker.tsx")).default;
}

/**
 * “Download everything”: tables, figures, methods and settings as one archive. It is a link to the server's part, which
 * holds no figures, since they are drawn in the browser; with scripts they are added on the way.
 */
export function BundleLink({ analysisId }: { analysisId: string }) {
  const query = queryOfViews(useSearchParams());
  const { progress, begun, begin, end, tell } = useBundle(query);
  const link = useRef<HTMLAnchorElement>(null);
  const hrefOf = (of: string) => `/api/v1/analyses/${analysisId}/bundle${of ? `?${of}` : ""}`;
  const beginUnlessApart = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void begin();
  };
  const endAtLink = () => {
    end();
    link.current?.focus();
  };
  return (
    <>
      <a
        ref={link}
        href={hrefOf(query)}
        download
        onClick={beginUnlessApart}
        aria-disabled={isRunning(progress) || undefined}
        className={buttonClasses("primary")}
      >
        Download everything
      </a>
      <noscript>
        <p className="w-full text-xs text-ink-2">
          Without scripts this holds every table, the methods and the settings, and no figures.
        </p>
      </noscript>
      {progress ? <BundlePanel progress={progress} tablesHref={hrefOf(query)} onEnd={endAtLink} /> : null}
      {begun ? (
        <begun.Maker analysisId={analysisId} href={hrefOf(begun.query)} query={begun.query} onProgress={tell} />
      ) : null}
    </>
  );
}

/** How far the bundle is, and ways to begin one, to end it, and to tell of it; one at a time. */
function useBundle(query: string) {
  const [progress, setProgress] = useState<BundleProgress | null>(null);
  const [begun, setBegun] = useState<Begun | null>(null);
  const run = useRef(0);
  const begin = async () => {
    if (isRunning(progress)) return;
    run.current += 1;
    const own = run.current;
    setProgress({ step: "computing", done: 0, of: 1 });
    const Maker = await loadMaker().catch(() => null);
    if (own !== run.current) return;
    if (Maker) setBegun({ Maker, query });
    else
      setProgress({ step: "failed", sentence: "The server could not be reached. Nothing was saved; download again." });
  };
  const end = () => {
    run.current += 1;
    setProgress(null);
    setBegun(null);
  };
  const tell = (told: BundleProgress) => {
    setProgress(told);
    if (!isUnderWay(told)) setBegun(null);
  };
  return { progress, begun, begin, end, tell };
}

function isRunning(progress: BundleProgress | null): boolean {
  return progress !== null && isUnderWay(progress);
}

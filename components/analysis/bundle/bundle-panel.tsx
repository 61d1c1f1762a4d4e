"use client";
import { Button, buttonClasses } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { type BundleProgress, isUnderWay, progressWords, stepWords } from "./progress.ts";

type Props = {
  progress: BundleProgress;
  /** The server's part by itself, which is left when figures cannot be drawn. */
  tablesHref: string;
  /** Cancels what is under way, or closes what is said. */
  onEnd: () => void;
};

/** How far a bundle is, in sight wherever the reader is on the page. A screen reader hears of each step, not each figure. */
export function BundlePanel({ progress, tablesHref, onEnd }: Props) {
  const isFailed = progress.step === "failed";
  return (
    <section
      aria-label="Download"
      className="fixed right-4 bottom-4 left-4 z-30 rounded-surface border border-line bg-surface p-4 text-sm shadow-lg sm:left-auto sm:w-96 print:hidden"
    >
      <p role={isFailed ? "alert" : "status"} className={isUnderWay(progress) ? "sr-only" : isFailed ? "text-bad" : ""}>
        {isUnderWay(progress) ? stepWords(progress) : progressWords(progress)}
      </p>
      {isUnderWay(progress) ? (
        <>
          <p>{progressWords(progress)}</p>
          <Progress className="mt-2" value={progress.done} max={progress.of} label="Files made" />
        </>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={onEnd}>
          {isUnderWay(progress) ? "Cancel" : "Close"}
        </Button>
        {isFailed ? (
          <a href={tablesHref} download className={buttonClasses("quiet", "sm")}>
            Download the tables alone
          </a>
        ) : null}
      </div>
    </section>
  );
}

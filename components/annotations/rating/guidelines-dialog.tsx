"use client";
import { useEffect, useRef, useState } from "react";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";
import { DimensionPage } from "../guidelines/dimension-page.tsx";
import { useGuideline } from "./use-guideline.ts";

/** The guidelines over the form, opened at the dimension in hand. Closing leads back to where the person was. */
export function GuidelinesDialog({
  isOpen,
  dimensions,
  initial,
  source,
  page,
  onClose,
}: {
  isOpen: boolean;
  dimensions: readonly Dimension[];
  initial: string;
  /** `source/ID` answers with one dimension's page as JSON. */
  source: string;
  /** Address of the guidelines as pages of their own. */
  page: string;
  onClose(): void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState(initial);
  useEffect(() => {
    if (isOpen) {
      setChosen(initial);
      if (!dialog.current?.open) dialog.current?.showModal();
    } else dialog.current?.close();
  }, [isOpen, initial]);
  const dimension = dimensions.find(({ id }) => id === chosen);
  const guideline = useGuideline(source, chosen, isOpen);
  return (
    <dialog
      ref={dialog}
      aria-label="Guidelines"
      onClose={onClose}
      className="rating-guidelines m-0 ml-auto h-dvh max-h-none w-[min(44rem,100vw)] max-w-none border-line border-l bg-surface text-ink backdrop:bg-scrim"
    >
      <div className="flex h-full flex-col">
        <Head page={page} />
        <div className="min-h-0 flex-1 overflow-y-auto px-4 py-5 sm:px-8">
          <DimensionChoice dimensions={dimensions} chosen={chosen} onChoose={setChosen} />
          <div className="mt-6" aria-live="polite">
            {guideline === "failed" ? (
              <p>This page cannot be loaded just now. What you typed is safe. Close it and try again in a moment.</p>
            ) : guideline && dimension ? (
              <DimensionPage dimension={dimension} page={guideline} headingLevel={3} />
            ) : (
              <p className="text-ink-2">Opening…</p>
            )}
          </div>
        </div>
      </div>
    </dialog>
  );
}

function Head({ page }: { page: string }) {
  return (
    <div className="flex items-center gap-3 border-line border-b px-4 py-3 sm:px-8">
      <h2 className="flex-1 text-lg font-semibold">Guidelines</h2>
      <a className="link text-sm" href={page} target="_blank" rel="noreferrer">
        All pages<span className="sr-only"> (opens a new tab)</span>
      </a>
      <form method="dialog">
        <button type="submit" className={buttonClasses("secondary", "sm")}>
          Close
        </button>
      </form>
    </div>
  );
}

type ChoiceProps = { dimensions: readonly Dimension[]; chosen: string; onChoose(id: string): void };

function DimensionChoice({ dimensions, chosen, onChoose }: ChoiceProps) {
  return (
    <nav aria-label="Dimensions in the guidelines" className="flex flex-wrap gap-1.5">
      {dimensions.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
          className={classNames(
            "min-h-8 rounded-full border px-3 py-1 text-left text-sm",
            id === chosen
              ? "border-accent bg-accent-soft font-semibold text-accent"
              : "border-line text-ink-2 hover:text-ink",
          )}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}

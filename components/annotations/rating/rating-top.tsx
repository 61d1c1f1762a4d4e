import type { ReactNode } from "react";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { HelpMenu } from "./help-menu.tsx";

/** Which half of the page shows on a narrow screen. */
export type Pane = "conversation" | "rating";

/** The line above everything: progress, saving, guidelines, help; below 1,024 px also the two tabs, which stay in sight. */
export function RatingTop({
  step,
  steps,
  where,
  status,
  contact,
  hasSkip,
  pane,
  onGuidelines,
}: {
  step: number;
  steps: number;
  /** What follows the dimension, in parts between which a line may break: "conversation 2 of 4", "about 9 minutes left". */
  where: readonly string[];
  status: ReactNode;
  contact: string;
  hasSkip: boolean;
  pane: Pane | null;
  onGuidelines(): void;
}) {
  return (
    <>
      <header className="rating-head flex items-center bg-surface py-2.5 pl-4 sm:pl-6">
        <p className="min-w-0 text-sm text-ink-2">
          <b className="mr-0.5 text-base font-semibold text-ink">
            Dimension {step} of {steps}
          </b>{" "}
          {where.map((part) => (
            <span key={part} className="whitespace-nowrap max-sm:block">
              <span aria-hidden="true" className="max-sm:hidden">
                ·{" "}
              </span>
              {part}{" "}
            </span>
          ))}
        </p>
      </header>
      <div className="rating-tools flex items-center gap-2 bg-surface py-2.5 pr-4 pl-3 sm:pr-6">
        <button
          type="submit"
          form="rating-form"
          name="go"
          value="guidelines"
          className={buttonClasses("secondary", "sm")}
          onClick={(event) => {
            event.preventDefault();
            onGuidelines();
          }}
        >
          Guidelines
        </button>
        <HelpMenu contact={contact} hasSkip={hasSkip} hasKeys />
      </div>
      <div className="rating-bar flex items-center justify-between gap-2 bg-surface px-3 sm:gap-4 sm:px-6">
        <PaneTabs pane={pane} />
        <div className="relative ml-auto">{status}</div>
      </div>
    </>
  );
}

function PaneTabs({ pane }: { pane: Pane | null }) {
  return (
    <nav aria-label="Halves of this page" className="rating-tabs flex h-full sm:gap-1">
      {(["conversation", "rating"] as const).map((half) => (
        <a
          key={half}
          href={`#${half}`}
          aria-current={pane === half ? "true" : undefined}
          data-half={half}
          className="rating-tab flex h-full items-center px-2 sm:px-3 text-sm font-semibold text-ink-2"
        >
          {half === "conversation" ? "Conversation" : "Rating"}
        </a>
      ))}
    </nav>
  );
}

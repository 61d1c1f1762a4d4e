import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { SkipLink } from "#components/ui/skip-link.tsx";
import { HelpMenu } from "../annotations/rating/help-menu.tsx";

/** What the visit is called on its pages: never the study's name, which may tell what is compared. */
const VISIT_TITLE = "Rating conversations";

/** The steps of a visit, as the line under the head names them. */
const VISIT_STEPS = ["Consent", "Guidelines", "Questions", "Practice", "Conversations"] as const;
export type VisitStep = (typeof VISIT_STEPS)[number];

/**
 * The frame of the visit's pages around the rating itself: what this is, how far the visit is, help in the same
 * place on every page, one column to read. Pages of a visit live apart from the rating form, which has a room of its own.
 */
export function VisitFrame({
  contact,
  step,
  hasPractice,
  isPreview = false,
  wide = false,
  children,
}: {
  contact: string;
  /** Absent where no step is in hand (the end). */
  step?: VisitStep;
  hasPractice: boolean;
  isPreview?: boolean;
  wide?: boolean;
  children: ReactNode;
}) {
  const steps = VISIT_STEPS.filter((name) => hasPractice || name !== "Practice");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex w-full max-w-[64rem] items-center gap-4 px-4 py-2.5 sm:px-8">
          <p className="min-w-0 flex-1 font-semibold [overflow-wrap:anywhere]">
            {VISIT_TITLE}
            {isPreview ? (
              <span className="ml-2 text-sm font-normal text-ink-2">Preview, nothing is counted</span>
            ) : null}
          </p>
          <HelpMenu contact={contact} hasSkip={false} hasKeys={false} />
        </div>
        {step ? <Steps steps={steps} current={step} /> : null}
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[64rem] flex-1 px-4 pt-8 pb-20 outline-none sm:px-8 sm:pt-10"
      >
        <div className={wide ? undefined : "max-w-[46rem]"}>{children}</div>
      </main>
    </div>
  );
}

function Steps({ steps, current }: { steps: readonly VisitStep[]; current: VisitStep }) {
  const at = steps.indexOf(current);
  return (
    <nav aria-label="Steps of this visit" className="mx-auto w-full max-w-[64rem] px-4 sm:px-8">
      <ol className="flex flex-wrap gap-x-5 text-sm">
        {steps.map((name, index) => (
          <li
            key={name}
            aria-current={index === at ? "step" : undefined}
            className={classNames(
              "border-b-3 pt-0.5 pb-2",
              index === at ? "border-accent font-semibold" : "border-transparent text-ink-2 max-sm:hidden",
            )}
          >
            <span className="sm:hidden">
              {index + 1} of {steps.length}:{" "}
            </span>
            {name}
            {index < at ? <span aria-hidden="true"> ✓</span> : null}
            {index < at ? <span className="sr-only">, done</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}

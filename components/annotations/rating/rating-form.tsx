import type { FormEvent, MouseEvent, ReactNode } from "react";
import { dimensionTextClass } from "#components/annotations/dimension-name.tsx";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { Dimension } from "#lib/domain/dimensions/dimension.ts";

/** Everything around the two agents' ratings: the question on top, the ways on at the bottom. */
export function RatingForm({
  dimension,
  action,
  hidden,
  back,
  next,
  stepper,
  notice,
  isAlive,
  children,
  onSubmit,
}: {
  dimension: Dimension;
  action: string;
  hidden: Readonly<Record<string, string>>;
  back: Way | null;
  next: Way;
  stepper: ReactNode;
  notice: ReactNode;
  isAlive: boolean;
  children: ReactNode;
  /** Absent where the browser sends the form by itself. */
  onSubmit?(event: FormEvent<HTMLFormElement>): void;
}) {
  return (
    <form
      id="rating-form"
      method="post"
      action={action}
      autoComplete="off"
      onSubmit={onSubmit}
      className="flex min-h-full flex-col"
    >
      {/* The first button of a form answers Enter: it must be the one that goes on. */}
      <button type="submit" name="go" value={next.go} tabIndex={-1} aria-hidden="true" className="sr-only">
        {next.label}
      </button>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <div className="mx-auto w-full max-w-[44rem] flex-1 px-4 pt-4 pb-4 sm:px-8 split:pt-5">
        {stepper}
        {notice}
        <h1
          id="dimension-title"
          tabIndex={-1}
          className={classNames("mt-5 text-2xl outline-none", dimensionTextClass(dimension.hue))}
        >
          {dimension.name}
        </h1>
        <p id="question" className="mt-2 font-text text-lg leading-normal">
          {dimension.question}
        </p>
        <p id="direction" className="mt-1 mb-5 text-sm text-ink-2">
          {dimension.direction}
        </p>
        {children}
      </div>
      <WaysOn back={back} next={next} isAlive={isAlive} />
      {/* The last field: where it is missing, the page had not arrived whole when the form was sent. */}
      <input type="hidden" name="whole" value="1" readOnly />
    </form>
  );
}

/** A button of the form: where it leads, and what it says. */
type Way = { go: string; label: string };

/**
 * A double click is one press. Its second half would meet the same button on the next dimension, and nobody would see the
 * one in between.
 */
function ignoreSecondOfTwo(event: MouseEvent): void {
  if (event.detail === 2) event.preventDefault();
}

function WaysOn({ back, next, isAlive }: { back: Way | null; next: Way; isAlive: boolean }) {
  return (
    <div className="bottom-0 z-20 border-line border-t bg-surface tall:sticky">
      <div className="mx-auto flex w-full max-w-[44rem] flex-wrap items-center gap-3 px-4 py-3 sm:px-8">
        {back ? (
          <button type="submit" name="go" value={back.go} className={buttonClasses()} onClick={ignoreSecondOfTwo}>
            Back<span className="sr-only">: {back.label}</span>
          </button>
        ) : null}
        {isAlive ? (
          <span className="hidden text-sm text-ink-2 sm:inline pointer-coarse:hidden">Ctrl + Enter goes on</span>
        ) : null}
        <button
          type="submit"
          name="go"
          value={next.go}
          className={classNames(buttonClasses("primary"), "ml-auto max-w-full")}
          onClick={ignoreSecondOfTwo}
        >
          <span className="truncate">{next.label}</span>
        </button>
      </div>
    </div>
  );
}

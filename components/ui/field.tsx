import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

const CONTROL =
  "w-full rounded-control border border-line-strong bg-surface px-3 text-base text-ink aria-[invalid=true]:border-bad disabled:bg-sunken disabled:text-ink-3";

/** What surrounds one control: its label, help under the label, and the error, tied together by ids. */
export type FieldProps = {
  /** Id of the control; help and error get `${id}-help` and `${id}-error`. */
  id: string;
  label: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  className?: string;
  children: ReactNode;
};

/** A form row: label above, help between, control, error below in words. */
export function Field({ id, label, help, error, optional, className, children }: FieldProps) {
  return (
    <div className={classNames("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
        {optional ? <span className="font-normal text-ink-3"> (optional)</span> : null}
      </label>
      {help ? (
        <p id={`${id}-help`} className="text-xs text-ink-2">
          {help}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${id}-error`} className="text-sm font-medium text-bad">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** The aria attributes that tie a control to the help and error of its {@link Field}. */
export function describedBy(id: string, has: { help?: unknown; error?: unknown }) {
  const ids = [has.help ? `${id}-help` : "", has.error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": has.error ? true : undefined };
}

/** A one-line text control, 40 px high. */
export function TextInput({ className, ...rest }: ComponentProps<"input">) {
  return <input className={classNames(CONTROL, "h-10", className)} {...rest} />;
}

/** A text area in the reading face, as it holds words. */
export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={classNames(CONTROL, "min-h-24 py-2 font-text leading-relaxed", className)} {...rest} />;
}

/** The browser's own select, 40 px high. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select className={classNames(CONTROL, "h-10 pr-8", className)} {...rest} />;
}

type TickProps = ComponentProps<"input"> & { label: ReactNode; help?: ReactNode; id: string };

/** A checkbox with its label beside it and optional help under the label. */
export function Checkbox(props: TickProps) {
  return <Tick type="checkbox" {...props} />;
}

/** One choice of a native radio group, with its label and help. Give all of a group the same `name`. */
export function Radio(props: TickProps) {
  return <Tick type="radio" {...props} />;
}

function Tick({ label, help, id, type, ...rest }: TickProps) {
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={id}
        type={type}
        className="mt-0.5 size-5 shrink-0 accent-accent"
        aria-describedby={help ? `${id}-help` : undefined}
        {...rest}
      />
      <div>
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {help ? (
          <p id={`${id}-help`} className="text-xs text-ink-2">
            {help}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** A group of controls that answer one question, with the question as its legend. */
export function Fieldset({
  legend,
  help,
  children,
  className,
}: {
  legend: ReactNode;
  help?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <fieldset className={classNames("min-w-0", className)}>
      <legend className="text-sm font-semibold">{legend}</legend>
      {help ? <p className="mt-1 text-xs text-ink-2">{help}</p> : null}
      <div className="mt-2 flex flex-col gap-3">{children}</div>
    </fieldset>
  );
}

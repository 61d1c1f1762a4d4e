import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** A remark that should not be missed: `note` for what is good to know, `warn` before a mistake, `bad` after one. */
export function Callout({
  tone = "note",
  title,
  children,
}: {
  tone?: "note" | "warn" | "bad";
  title?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      role={tone === "bad" ? "alert" : undefined}
      className={classNames(
        "rounded-surface border px-4 py-3 text-sm",
        tone === "note" && "border-line bg-sunken",
        tone === "warn" && "border-warn bg-warn-soft",
        tone === "bad" && "border-bad bg-bad-soft",
      )}
    >
      {title ? <p className="font-semibold">{title}</p> : null}
      <div className={title ? "mt-1" : undefined}>{children}</div>
    </div>
  );
}

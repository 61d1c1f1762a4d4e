import { Children, type ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

/** The same picture for several policies or dimensions, side by side on one scale; one column on a narrow screen. */
export function SmallMultiples({ children }: { children: ReactNode }) {
  const count = Children.count(children);
  return (
    <div
      className={classNames(
        "grid grid-cols-1 gap-x-6 gap-y-6",
        count > 1 && "sm:grid-cols-2",
        count > 2 && "lg:grid-cols-3",
        count === 1 && "max-w-2xl",
      )}
    >
      {children}
    </div>
  );
}

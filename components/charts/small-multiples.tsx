import { Children, type ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

/**
 * The same picture for several policies or dimensions, side by side on one scale; one column where it is narrow. The
 * columns follow from the room itself and not from the window, so that a file looks the same from every window.
 */
export function SmallMultiples({ children }: { children: ReactNode }) {
  const count = Children.count(children);
  return (
    <div className="@container">
      <div
        className={classNames(
          "grid grid-cols-1 gap-x-6 gap-y-6",
          count > 1 && "@[35rem]:grid-cols-2",
          count > 2 && "@[56rem]:grid-cols-3",
          count === 1 && "max-w-2xl",
        )}
      >
        {children}
      </div>
    </div>
  );
}

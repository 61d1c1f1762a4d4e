"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode } from "react";

/**
 * A dialog that says exactly what will happen. `trigger` is the element that opens it; `children` holds the form with
 * its buttons. Focus is held inside, Escape closes. It opens and closes by itself unless the caller holds `isOpen`.
 */
export function Dialog({
  trigger,
  title,
  children,
  description,
  isOpen,
  onOpenChange,
}: {
  trigger: ReactElement;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}) {
  return (
    <Base.Root {...(isOpen === undefined ? {} : { open: isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 bg-scrim" />
        <Base.Popup className="fixed top-1/2 left-1/2 max-h-[90dvh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-auto rounded-surface border border-line bg-surface p-6 text-ink shadow-xl">
          <Base.Title className="text-lg font-semibold">{title}</Base.Title>
          {description ? <Base.Description className="mt-2 text-ink-2">{description}</Base.Description> : null}
          <div className="mt-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog around it. */
export const DialogClose = Base.Close;

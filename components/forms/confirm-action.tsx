"use client";
import type { ReactNode } from "react";
import { Button, type ButtonVariant } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { ActionForm } from "./action-form.tsx";
import type { SendForm } from "./form-values.ts";

/** A button whose effect touches people or cannot be undone: a dialog says exactly what will happen first. */
export function ConfirmAction({
  trigger,
  variant = "secondary",
  isQuiet = false,
  title,
  description,
  ...form
}: {
  trigger: string;
  variant?: ButtonVariant;
  /** The way to the dialog is small and plain, as it stands in every line of a list; the dialog keeps its variant. */
  isQuiet?: boolean;
  title: string;
  description: ReactNode;
  send: SendForm;
  fields: Record<string, string>;
  label: string;
  pendingLabel?: string;
}) {
  return (
    <Dialog
      trigger={
        isQuiet ? (
          <Button variant="quiet" size="sm">
            {trigger}
          </Button>
        ) : (
          <Button variant={variant}>{trigger}</Button>
        )
      }
      title={title}
      description={description}
    >
      <div className="flex flex-wrap gap-3">
        <ActionForm {...form} variant={variant} />
        <DialogClose render={<Button variant="quiet">Cancel</Button>} />
      </div>
    </Dialog>
  );
}

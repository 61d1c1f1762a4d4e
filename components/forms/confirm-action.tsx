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
  title,
  description,
  ...form
}: {
  trigger: string;
  variant?: ButtonVariant;
  title: string;
  description: ReactNode;
  send: SendForm;
  fields: Record<string, string>;
  label: string;
  pendingLabel?: string;
}) {
  return (
    <Dialog trigger={<Button variant={variant}>{trigger}</Button>} title={title} description={description}>
      <div className="flex flex-wrap gap-3">
        <ActionForm {...form} variant={variant} />
        <DialogClose render={<Button variant="quiet">Cancel</Button>} />
      </div>
    </Dialog>
  );
}

"use client";
import { type ReactNode, useState } from "react";
import { Button, type ButtonVariant } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { ScriptButton } from "#components/ui/script-button.tsx";
import { ActionForm } from "./action-form.tsx";
import type { SendForm } from "./form-values.ts";

/** A button whose effect touches people or cannot be undone: a dialog says exactly what will happen first. */
export function ConfirmAction({
  trigger,
  variant = "secondary",
  isQuiet = false,
  title,
  description,
  onDone,
  send,
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
  /** Gets the sentence of what worked, and the dialog closes; for a caller whose button may be gone by then. */
  onDone?: ((message: string) => void) | undefined;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const sendAndTell: SendForm = async (state, formData) => {
    const answer = await send(state, formData);
    if (!answer.ok || !answer.message || !onDone) return answer;
    setIsOpen(false);
    onDone(answer.message);
    return {};
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        isQuiet ? (
          <ScriptButton variant="quiet" size="sm">
            {trigger}
          </ScriptButton>
        ) : (
          <ScriptButton variant={variant}>{trigger}</ScriptButton>
        )
      }
      title={title}
      description={description}
    >
      <div className="flex flex-wrap gap-3">
        <ActionForm {...form} send={onDone ? sendAndTell : send} variant={variant} />
        <DialogClose render={<Button variant="quiet">Cancel</Button>} />
      </div>
    </Dialog>
  );
}

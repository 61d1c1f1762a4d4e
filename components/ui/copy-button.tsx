"use client";
import { useState } from "react";
import { ScriptButton } from "./script-button.tsx";

/** Copies a text and says so; the text itself should also stand on the page, so that nothing is lost without JavaScript. */
export function CopyButton({
  text,
  label = "Copy",
  size = "sm",
}: {
  text: string;
  label?: string;
  size?: "md" | "sm";
}) {
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("failed");
    }
  };
  return (
    <ScriptButton size={size} onClick={copy}>
      <span aria-live="polite">
        {state === "copied" ? "Copied" : state === "failed" ? "Select and copy by hand" : label}
      </span>
    </ScriptButton>
  );
}

"use client";
import { useState } from "react";
import { ScriptButton } from "#components/ui/script-button.tsx";

/**
 * Copies the address of what is on the screen, its dimension and filters included, with the version of the question: the
 * link goes on asking the same when somebody saves another one. Whoever has an account can open it.
 */
export function ShareLink({ version }: { version: number }) {
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  const copy = async () => {
    try {
      const address = new URL(window.location.href);
      address.searchParams.set("version", String(version));
      await navigator.clipboard.writeText(address.href);
      setState("copied");
    } catch {
      setState("failed");
    }
  };
  const words = { idle: "Copy link", copied: "Link copied", failed: "Copy the address of this page" };
  return (
    <>
      <ScriptButton size="sm" variant="quiet" onClick={copy}>
        {words[state]}
      </ScriptButton>
      <span role="status" className="sr-only">
        {state === "idle" ? "" : `${words[state]}.`}
      </span>
    </>
  );
}

"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** Copies the address of what is on the screen, its dimension included. Whoever has an account can open it. */
export function ShareLink() {
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setState("copied");
    } catch {
      setState("failed");
    }
  };
  const words = { idle: "Copy link", copied: "Link copied", failed: "Copy the address of this page" };
  return (
    <>
      <Button size="sm" variant="quiet" onClick={copy}>
        {words[state]}
      </Button>
      <span role="status" className="sr-only">
        {state === "idle" ? "" : `${words[state]}.`}
      </span>
    </>
  );
}

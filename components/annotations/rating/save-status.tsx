"use client";
import { useEffect, useState } from "react";
import type { DraftSnapshot } from "../saving/draft-types.ts";

/** How long a state must hold before it is read out (ms): nobody wants to hear every keystroke's saving. */
const STEADY_MS = 1500;

function clockTime(iso: string): string {
  return new Date(iso).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

function inWords({ state, savedAt }: Pick<DraftSnapshot, "state" | "savedAt">, isAlive: boolean): string {
  switch (state) {
    case "idle":
      return "Saves as you go";
    case "waiting":
    case "saving":
      return "Saving…";
    case "saved":
      return savedAt && isAlive ? `Saved ${clockTime(savedAt)}` : "Saved";
    case "offline":
      return "Offline, will retry";
    case "refused":
      return "Not saved";
  }
}

/** The state of saving in words. Sighted people see every change; others hear those that last. */
export function SaveStatus({
  snapshot,
  isAlive,
}: {
  snapshot: Pick<DraftSnapshot, "state" | "savedAt">;
  isAlive: boolean;
}) {
  const words = inWords(snapshot, isAlive);
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    if (snapshot.state === "waiting" || snapshot.state === "saving" || snapshot.state === "idle") return;
    const timer = setTimeout(() => setSpoken(words), STEADY_MS);
    return () => clearTimeout(timer);
  }, [words, snapshot.state]);
  const isBad = snapshot.state === "offline" || snapshot.state === "refused";
  return (
    <>
      <span
        aria-hidden={isAlive || undefined}
        data-save-state={snapshot.state}
        className={`text-xs whitespace-nowrap sm:text-sm tabular-nums ${isBad ? "font-semibold text-warn" : snapshot.state === "saved" ? "text-ok" : "text-ink-2"}`}
      >
        {snapshot.state === "saved" ? <span aria-hidden="true">✓ </span> : null}
        {words}
      </span>
      <span role="status" className="sr-only">
        {spoken}
      </span>
    </>
  );
}

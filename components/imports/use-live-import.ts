"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { type ImportState, isUnderWay } from "./import-state.tsx";

/** How often a running import is asked for, in ms. */
const EVERY_MS = 1_000;

/**
 * An import of any kind as it goes: asks a small JSON address while it runs and the page is looked at, and has the page
 * drawn anew when it begins and when it ends. `isLost` says that the server did not answer the last time.
 */
export function useLiveImport<Row extends { state: ImportState }>(
  initial: Row,
  address: string,
): { row: Row; isLost: boolean } {
  const [row, setRow] = useState(initial);
  const [isLost, setIsLost] = useState(false);
  const router = useRouter();
  const { state } = row;
  useEffect(() => setRow(initial), [initial]);
  useEffect(() => {
    if (!isUnderWay(state)) return;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const response = await fetch(address, { headers: { accept: "application/json" } });
        if (!response.ok) return setIsLost(true);
        const next = (await response.json()) as Row;
        setIsLost(false);
        setRow(next);
        if (next.state !== state) router.refresh();
      } catch {
        setIsLost(true);
      }
    };
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => clearInterval(timer);
  }, [address, state, router]);
  return { row, isLost };
}

"use client";
import { useSyncExternalStore } from "react";

const noSubscription = () => () => undefined;

/** True once the page answers to JavaScript. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  );
}

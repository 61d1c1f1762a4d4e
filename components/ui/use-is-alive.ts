"use client";
import { useSyncExternalStore } from "react";

const noSubscription = () => () => undefined;

/** Whether what asks answers to scripts: false on the server and until the browser has taken over what the server drew. */
export function useIsAlive(): boolean {
  return useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  );
}

/**
 * The classes of a control that nothing but scripts answers: until it is alive it cannot be seen or reached, while its room
 * is kept; where scripts are off it is not there. A press that comes too early would be lost without a word.
 */
export function useUntilAlive(): string | false {
  return !useIsAlive() && "invisible noscript:hidden";
}

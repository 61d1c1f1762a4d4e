"use client";
import { type PointerEvent, useEffect, useRef } from "react";
import { filterQueryOf } from "#lib/domain/analysis/filter-changes.ts";
import { readSearch } from "../frame/address-choice.ts";
import { useAsked } from "./live-view.tsx";

/** A pointer or the keyboard stays for so long, in ms, where a press is likely; on its way elsewhere it is gone before. */
const REST_MS = 50;

/** What a control gets, so that the numbers that its press would show are asked for while it is about to be pressed. */
export type AheadHandlers = {
  onPointerEnter: (event: PointerEvent) => void;
  onPointerLeave: (event: PointerEvent) => void;
  onPointerDown: () => void;
  onPointerCancel: () => void;
  onFocus: () => void;
  onKeyUp: () => void;
  onBlur: () => void;
};

/** Handlers for one control. @param owner its name in the bar @param toSearches the addresses that it can lead to, the likeliest first */
export type AskAhead = (owner: string, toSearches: () => readonly URLSearchParams[]) => AheadHandlers;

/**
 * Asks ahead of presses: once a pointer or the keyboard rests on a control, at once where it is pressed down. Fingers
 * cannot rest, so they ask with the press alone. Nothing is asked ahead where the browser is to save data.
 */
export function useAskAhead(): AskAhead {
  const asked = useAsked();
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  return (owner, toSearches) => {
    const askNow = () => {
      clearTimeout(rest.current);
      if (isSavingData()) return;
      asked.askAhead(
        owner,
        toSearches().map((search) => filterQueryOf(readSearch(search))),
      );
    };
    const askSoon = () => {
      clearTimeout(rest.current);
      rest.current = setTimeout(askNow, REST_MS);
    };
    const leave = () => {
      clearTimeout(rest.current);
      asked.leave(owner);
    };
    const unlessFinger = (act: () => void) => (event: PointerEvent) => {
      if (event.pointerType !== "touch") act();
    };
    return {
      onPointerEnter: unlessFinger(askSoon),
      // A finger leaves the screen before its press counts; the list of a select takes the pointer, but not the focus.
      onPointerLeave: (event) => {
        if (!event.currentTarget.contains(document.activeElement)) unlessFinger(leave)(event);
      },
      onPointerDown: askNow,
      onPointerCancel: leave,
      onFocus: askSoon,
      onKeyUp: askSoon,
      onBlur: leave,
    };
  };
}

/** What the browser says of the connection; not every one does. */
function isSavingData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

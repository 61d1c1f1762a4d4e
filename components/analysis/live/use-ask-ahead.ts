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
  const rest = useRest();
  return (owner, toSearches) => {
    const askNow = () => {
      rest.end();
      if (isSavingData()) return;
      asked.askAhead(
        owner,
        toSearches().map((search) => filterQueryOf(readSearch(search))),
      );
    };
    const leave = () => {
      rest.end();
      asked.leave(owner);
    };
    return handlersOf({ askNow, askSoon: () => rest.begin(askNow), leave });
  };
}

/** Waits until a pointer or the keyboard has rested somewhere; in one place at a time, and not after the page is left. */
function useRest(): { begin: (onRested: () => void) => void; end: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const end = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  const begin = (onRested: () => void) => {
    end();
    timer.current = setTimeout(onRested, REST_MS);
  };
  return { begin, end };
}

type Asking = { askNow: () => void; askSoon: () => void; leave: () => void };

function handlersOf({ askNow, askSoon, leave }: Asking): AheadHandlers {
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
}

/** What the browser says of the connection; not every one does. */
function isSavingData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

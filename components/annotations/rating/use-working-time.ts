"use client";
import { useEffect, useRef, useState } from "react";
import { WorkingTime } from "../saving/working-time.ts";

const INPUTS = ["pointerdown", "pointermove", "keydown", "wheel", "scroll", "touchstart"] as const;

/** Watches the page for work: input, visibility, typing and pasting, turns that come into view. */
export function useWorkingTime(turnsTotal: number, inHand: string): WorkingTime {
  const [time] = useState(() => new WorkingTime(Date.now(), turnsTotal));
  const dimension = useRef(inHand);
  useEffect(() => {
    time.tick(Date.now(), dimension.current);
    dimension.current = inHand;
  }, [time, inHand]);
  useEffect(() => {
    const ticker = setInterval(() => time.tick(Date.now(), dimension.current), 1000);
    const onInput = () => time.input(Date.now());
    const onVisibility = () => {
      time.tick(Date.now(), dimension.current);
      time.setHidden(document.hidden);
    };
    for (const kind of INPUTS) document.addEventListener(kind, onInput, { passive: true, capture: true });
    document.addEventListener("visibilitychange", onVisibility);
    const stopTyping = watchTyping(time);
    const stopSeeing = watchTurns(time);
    return () => {
      clearInterval(ticker);
      for (const kind of INPUTS) document.removeEventListener(kind, onInput, { capture: true });
      document.removeEventListener("visibilitychange", onVisibility);
      stopTyping();
      stopSeeing();
    };
  }, [time]);
  return time;
}

function watchTyping(time: WorkingTime): () => void {
  const onBeforeInput = (event: InputEvent) => {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const pasted = event.inputType === "insertFromPaste" || event.inputType === "insertFromDrop";
    if (pasted) time.addPasted((event.data ?? event.dataTransfer?.getData("text") ?? "").length);
    else if (event.inputType.startsWith("insert")) time.addTyped(event.data?.length ?? 1);
  };
  document.addEventListener("beforeinput", onBeforeInput);
  return () => document.removeEventListener("beforeinput", onBeforeInput);
}

function watchTurns(time: WorkingTime): () => void {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) time.addSeen(Number((target as HTMLElement).dataset.turn));
  });
  for (const turn of document.querySelectorAll("[data-turn]")) observer.observe(turn);
  return () => observer.disconnect();
}

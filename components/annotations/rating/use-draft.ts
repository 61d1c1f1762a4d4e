"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import { deviceStorage } from "../saving/device-storage.ts";
import { DraftSaver } from "../saving/draft-saver.ts";
import type { DraftSnapshot } from "../saving/draft-types.ts";
import { sendDraft } from "../saving/send-draft.ts";
import type { WorkingTime } from "../saving/working-time.ts";

/** What a page knows of a draft when it is made. */
export type DraftStart = {
  assignmentId: string;
  draftUrl: string;
  revision: number;
  ratings: readonly RatingDraft[];
  savedAt: string | null;
  leaseSecondsLeft: number | null;
};

/** How often somebody at work who changes nothing still renews the lease (ms). */
const BEAT_MS = 60_000;

/** The draft of one assignment with its saver, which restores, retries and says farewell by itself. */
export function useDraft(start: DraftStart, time: WorkingTime): { draft: DraftSnapshot; saver: DraftSaver } {
  const [saver] = useState(() => makeSaver(start, time));
  const draft = useSyncExternalStore(saver.subscribe, saver.getSnapshot, saver.getSnapshot);
  useEffect(() => {
    saver.restore();
    const retry = () => saver.retryNow();
    const leave = () => saver.leave();
    const beat = setInterval(() => {
      if (time.isActive(Date.now())) void saver.beat();
    }, BEAT_MS);
    window.addEventListener("online", retry);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(beat);
      window.removeEventListener("online", retry);
      window.removeEventListener("pagehide", leave);
      saver.stop();
    };
  }, [saver, time]);
  return { draft, saver };
}

function makeSaver(start: DraftStart, time: WorkingTime): DraftSaver {
  return new DraftSaver(start, {
    send: (request, options) => sendDraft(start.draftUrl, start.assignmentId, request, options),
    storage: typeof window === "undefined" ? NO_STORAGE : deviceStorage(start.assignmentId),
    takeActiveMs: () => time.takeActiveMs(),
    returnActiveMs: (ms) => time.returnActiveMs(ms),
    signals: () => time.signals(),
    now: () => Date.now(),
  });
}

const NO_STORAGE = { read: () => [], write: () => undefined, clear: () => undefined };

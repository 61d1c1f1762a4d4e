import { type DraftConflict, emptyRating, isSameRating } from "#lib/domain/annotations/merge-drafts.ts";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import { ratingKey } from "#lib/domain/annotations/rating-key.ts";
import type { AgentSeat } from "#lib/domain/episodes/episode.ts";
import { afterSaved, afterStale, takenUp } from "./after-reply.ts";
import type { DraftSnapshot, DraftStorage, ReadingSignals, SaveReply, SaveRequest, SaveState } from "./draft-types.ts";
import { byKey, changedKeys, pick, type Ratings } from "./ratings-by-key.ts";
import { QUIET_MS, SaveTimer } from "./save-timer.ts";

/** What the saver leans on; tests give it their own network, device and clock. */
export type SaverPorts = {
  send(request: SaveRequest, options: { isLeaving: boolean }): Promise<SaveReply>;
  storage: DraftStorage;
  /** Active milliseconds by dimension since the last call, and a way to give them back when a save failed. */
  takeActiveMs(): Record<string, number>;
  returnActiveMs(ms: Record<string, number>): void;
  signals(): ReadingSignals;
  /** Milliseconds on this device's clock. */
  now(): number;
};

/** How the draft stood when the page was made. */
export type SaverStart = {
  revision: number;
  ratings: readonly RatingDraft[];
  savedAt: string | null;
  leaseSecondsLeft: number | null;
};

/**
 * Keeps a draft and brings it to the server: one save at a time, soon after the last input, again and again while the
 * network is away. Whatever is not acknowledged also lies on the device. An answer that says "stale" is merged field
 * by field and sent again; nothing that was typed is ever replaced.
 */
export class DraftSaver {
  private readonly ports: SaverPorts;
  private readonly listeners = new Set<() => void>();
  private snapshot: DraftSnapshot;
  private confirmed: Ratings;
  private readonly timer: SaveTimer;
  private sending: Promise<boolean> | null = null;

  constructor(start: SaverStart, ports: SaverPorts) {
    this.ports = ports;
    this.timer = new SaveTimer(
      () => ports.now(),
      () => void this.flush(),
    );
    this.confirmed = byKey(start.ratings);
    this.snapshot = {
      ratings: this.confirmed,
      revision: start.revision,
      state: start.savedAt ? "saved" : "idle",
      savedAt: start.savedAt,
      message: "",
      isOver: false,
      conflicts: [],
      takenOver: 0,
      leaseEndsAt: start.leaseSecondsLeft === null ? null : ports.now() + start.leaseSecondsLeft * 1000,
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getSnapshot = (): DraftSnapshot => this.snapshot;

  /** Takes up what earlier pages and other tabs left on the device, merged with what the server has now. */
  restore(): void {
    const left = this.ports.storage.read();
    if (left.length === 0) return;
    for (const stored of left) this.update(takenUp(this.snapshot, stored));
    this.update({ takenOver: this.snapshot.takenOver + 1 });
    this.keep();
    if (this.dirtyKeys().length > 0) this.schedule(0);
  }

  /** Changes some fields of one rating and arranges its saving. */
  change(
    agent: AgentSeat,
    dimension: string,
    patch: Partial<Pick<RatingDraft, "score" | "rationale" | "evidence">>,
  ): void {
    const key = ratingKey({ agent, dimension });
    const before = this.snapshot.ratings[key] ?? emptyRating(agent, dimension);
    const after = { ...before, ...patch };
    if (isSameRating(before, after)) return;
    const { state, isOver } = this.snapshot;
    const staysAsItIs = state === "offline" || isOver;
    this.update({
      ratings: { ...this.snapshot.ratings, [key]: after },
      ...(staysAsItIs ? {} : { state: "waiting" as const, message: "" }),
    });
    this.keep();
    this.schedule(QUIET_MS);
  }

  /** Drops one conflict from the page, taking the other tab's text or score first when `take` is true. */
  settle(conflict: DraftConflict, take: boolean): void {
    const conflicts = this.snapshot.conflicts.filter((other) => other !== conflict);
    this.update({ conflicts });
    if (take && conflict.field === "score") this.change(conflict.agent, conflict.dimension, { score: conflict.theirs });
    if (take && conflict.field === "rationale")
      this.change(conflict.agent, conflict.dimension, { rationale: conflict.theirs });
    this.keep();
  }

  /** Saves what is unsaved at once. True when the server has everything. */
  async flush(): Promise<boolean> {
    this.timer.stop();
    for (let tries = 0; tries < 6; tries += 1) {
      if (this.sending && !(await this.sending)) return false;
      if (this.dirtyKeys().length === 0) return true;
      if (!(await this.send(false))) return false;
    }
    return this.dirtyKeys().length === 0;
  }

  /** Tells the server that somebody is still at work here, which renews the lease. */
  async beat(): Promise<void> {
    if (!this.sending && this.snapshot.state !== "refused") await this.send(false);
  }

  /** Sends what is unsaved with a request that outlives the page; no answer is awaited. */
  leave(): void {
    this.timer.stop();
    if (this.dirtyKeys().length > 0 && this.snapshot.state !== "refused")
      void this.ports.send(this.request(), { isLeaving: true }).catch(() => undefined);
  }

  /** Takes note of a new end of the lease, in seconds from now. */
  setLease(secondsLeft: number | null): void {
    if (secondsLeft !== null) this.update({ leaseEndsAt: this.ports.now() + secondsLeft * 1000 });
  }

  /** The network is back: the waiting save goes out at once. */
  retryNow(): void {
    if (this.snapshot.state === "offline") this.schedule(0);
  }

  /** Ends all timers; what is unsaved stays on the device. */
  stop(): void {
    this.timer.stop();
  }

  private dirtyKeys(): string[] {
    return changedKeys(this.snapshot.ratings, this.confirmed);
  }

  private schedule(delay: number): void {
    if (this.snapshot.state !== "refused") this.timer.set(delay);
  }

  private request(): SaveRequest {
    const changes = this.dirtyKeys().map((key) => this.snapshot.ratings[key] as RatingDraft);
    return {
      revision: this.snapshot.revision,
      changes,
      activeMs: this.ports.takeActiveMs(),
      signals: this.ports.signals(),
    };
  }

  private send(isLeaving: boolean): Promise<boolean> {
    const request = this.request();
    this.timer.noteSent();
    const state: SaveState = this.timer.isFailing ? "offline" : "saving";
    if (request.changes.length > 0) this.update({ state });
    this.sending = this.ports
      .send(request, { isLeaving })
      .catch((): SaveReply => ({ kind: "failed" }))
      .then((reply) => {
        this.sending = null;
        return this.settleReply(request, reply);
      });
    return this.sending;
  }

  private settleReply(request: SaveRequest, reply: SaveReply): boolean {
    if (reply.kind === "saved") return this.acceptSaved(request, reply);
    this.ports.returnActiveMs(request.activeMs ?? {});
    if (reply.kind === "stale") return this.acceptStale(reply);
    if (reply.kind === "refused") {
      this.update({ state: "refused", message: reply.message, isOver: reply.isMendable !== true });
      return false;
    }
    const wait = this.timer.noteFailed();
    if (this.dirtyKeys().length > 0) {
      this.update({ state: "offline" });
      this.schedule(Math.max(wait, (reply.retryAfterSeconds ?? 0) * 1000));
    }
    return false;
  }

  private acceptSaved(request: SaveRequest, reply: Extract<SaveReply, { kind: "saved" }>): boolean {
    this.timer.noteAnswered();
    this.confirmed = { ...this.confirmed, ...byKey(request.changes) };
    const isClean = this.dirtyKeys().length === 0;
    this.update(afterSaved(this.snapshot, request, reply, isClean));
    this.setLease(reply.leaseSecondsLeft);
    this.keep();
    if (!isClean && !this.timer.isSet) this.schedule(QUIET_MS);
    return true;
  }

  private acceptStale(reply: Extract<SaveReply, { kind: "stale" }>): boolean {
    this.timer.noteAnswered();
    const after = afterStale(this.snapshot, this.confirmed, reply);
    this.confirmed = { ...this.confirmed, ...byKey(reply.ratings) };
    this.update(after);
    this.keep();
    if (this.dirtyKeys().length === 0) this.update({ state: "saved" });
    else this.schedule(0);
    return true;
  }

  private keep(): void {
    const dirty = this.dirtyKeys();
    if (dirty.length === 0 && this.snapshot.conflicts.length === 0) {
      this.ports.storage.clear();
      return;
    }
    this.ports.storage.write({
      version: 1,
      revision: this.snapshot.revision,
      base: pick(this.confirmed, dirty),
      mine: pick(this.snapshot.ratings, dirty),
      conflicts: [...this.snapshot.conflicts],
    });
  }

  private update(patch: Partial<DraftSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...patch };
    for (const listener of this.listeners) listener();
  }
}

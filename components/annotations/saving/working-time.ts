import type { ReadingSignals } from "./draft-types.ts";

/** Somebody counts as at work for this long after the last input (ms). */
const ACTIVE_WITHIN_MS = 30_000;

/**
 * Measures work in one tab: milliseconds with the page in view and input within 30 s, by dimension, and a few facts
 * about reading. It is told of time and events from outside, so that it can be tested without a browser.
 */
export class WorkingTime {
  private lastInputAt: number;
  private lastTickAt: number;
  private isHidden = false;
  private active: Record<string, number> = {};
  private typed = 0;
  private pasted = 0;
  private hidden = 0;
  private readonly seen = new Set<number>();
  private readonly turnsTotal: number;

  constructor(now: number, turnsTotal: number) {
    this.lastInputAt = now;
    this.lastTickAt = now;
    this.turnsTotal = turnsTotal;
  }

  /** Books the time since the last tick to the dimension in hand. Long gaps (a sleeping computer) count as away. */
  tick(now: number, dimension: string): void {
    const passed = now - this.lastTickAt;
    this.lastTickAt = now;
    if (passed <= 0) return;
    if (this.isHidden) this.hidden += passed;
    else if (passed < 5_000 && this.isActive(now)) this.active[dimension] = (this.active[dimension] ?? 0) + passed;
  }

  /** The person did something. */
  input(now: number): void {
    this.lastInputAt = now;
  }

  /** Whether somebody was at work within the last 30 s. */
  isActive(now: number): boolean {
    return !this.isHidden && now - this.lastInputAt < ACTIVE_WITHIN_MS;
  }

  setHidden(isHidden: boolean): void {
    this.isHidden = isHidden;
  }

  addTyped(characters: number): void {
    this.typed += Math.max(0, characters);
  }

  addPasted(characters: number): void {
    this.pasted += Math.max(0, characters);
  }

  /** A turn came into view. */
  addSeen(turn: number): void {
    this.seen.add(turn);
  }

  /** Active milliseconds since the last call. */
  takeActiveMs(): Record<string, number> {
    const taken = Object.fromEntries(Object.entries(this.active).map(([key, ms]) => [key, Math.round(ms)]));
    this.active = {};
    return taken;
  }

  /** Gives back what a failed save had taken. */
  returnActiveMs(ms: Record<string, number>): void {
    for (const [key, value] of Object.entries(ms)) this.active[key] = (this.active[key] ?? 0) + value;
  }

  signals(): ReadingSignals {
    return {
      typedCharacters: this.typed,
      pastedCharacters: this.pasted,
      turnsSeen: this.seen.size,
      turnsTotal: this.turnsTotal,
      hiddenMs: Math.round(this.hidden),
    };
  }
}

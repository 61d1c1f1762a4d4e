/** A save goes out this long after the last input (ms). */
export const QUIET_MS = 800;
/** While somebody types on and on, a save goes out at least this often (ms), so that a crash costs less than two seconds. */
export const LONGEST_WAIT_MS = 1500;
/** Waits between tries while no answer comes (ms); the last one repeats. */
const RETRY_MS = [1000, 2000, 4000, 8000, 15_000] as const;

/** Says when the next save goes out: soon after the last input, and ever later while no answer comes. */
export class SaveTimer {
  private readonly now: () => number;
  private readonly save: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince: number | null = null;
  private failures = 0;

  /** `now` gives milliseconds on this device's clock; `save` is called when it is time. */
  constructor(now: () => number, save: () => void) {
    this.now = now;
    this.save = save;
  }

  get isSet(): boolean {
    return this.timer !== undefined;
  }

  /** Whether the last save got no answer. */
  get isFailing(): boolean {
    return this.failures > 0;
  }

  /** Plans the next save in `delay` ms, sooner where input has waited long enough. */
  set(delay: number): void {
    const now = this.now();
    this.waitingSince ??= now;
    const latest = this.waitingSince + LONGEST_WAIT_MS - now;
    // While the network is away the next try is already planned; typing must not hasten it.
    if (this.isFailing && delay > 0 && this.isSet) return;
    this.stop();
    this.timer = setTimeout(this.save, Math.max(0, this.isFailing ? delay : Math.min(delay, latest)));
  }

  stop(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** A save is under way: what comes from now on waits anew. */
  noteSent(): void {
    this.waitingSince = null;
  }

  noteAnswered(): void {
    this.failures = 0;
  }

  /** No answer came; answers how long to wait before the next try (ms). */
  noteFailed(): number {
    const wait = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? 15_000;
    this.failures += 1;
    return wait;
  }
}

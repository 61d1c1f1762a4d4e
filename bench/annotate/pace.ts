import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "#lib/domain/shared/random.ts";

/** Thrown where a person stops in the middle of things because the run is over. */
export class RunOver extends Error {
  override name = "RunOver";
}

/** How fast people act, for all of them at once, and when they stop. */
export class Pace {
  /** Mean pause before a request, in seconds; 0 while a run is being brought to its end. */
  think: number;
  /** No new visit begins once this is true. */
  isClosing = false;
  /** Everybody stops where they are once this is true. */
  isOver = false;
  readonly #random: Random;

  constructor(think: number, random: Random) {
    this.think = think;
    this.#random = random;
  }

  /** Waits as a person does before the next step: 0.3 to 1.7 times the mean. Throws {@link RunOver}. */
  async pause(share = 1): Promise<void> {
    const until = performance.now() + this.think * 1000 * share * (0.3 + 1.4 * this.#random.float());
    // In pieces, so that a change of pace reaches people who are thinking.
    while (!this.isOver && this.think > 0 && performance.now() < until)
      await sleep(Math.min(250, Math.max(0, until - performance.now())));
    if (this.isOver) throw new RunOver("The run is over.");
  }
}

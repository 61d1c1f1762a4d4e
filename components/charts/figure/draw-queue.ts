"use client";
import { createContext, type RefObject, useContext, useEffect, useState } from "react";

/** A plot that waits: its box, and what lets it be drawn. */
type Waiting = { box: HTMLElement; draw: () => void };

/** How far outside the window a plot counts as near, in pixels. */
const NEAR = "600px";

/**
 * Lets the plots of a long page be drawn one after another, those near the window first and the others while the browser
 * has nothing else to do, so that a page with hundreds of them can be read at once.
 */
export class DrawQueue {
  readonly #waiting = new Map<Element, Waiting>();
  readonly #observer: IntersectionObserver;
  #isAtWork = false;

  constructor() {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) if (isIntersecting) this.#draw(target);
      },
      { rootMargin: `${NEAR} 0px` },
    );
  }

  /** Puts a plot in the queue; answers what takes it out again. */
  join(box: HTMLElement, draw: () => void): () => void {
    this.#waiting.set(box, { box, draw });
    this.#observer.observe(box);
    this.#goOn();
    return () => {
      this.#waiting.delete(box);
      this.#observer.unobserve(box);
    };
  }

  /** Lets all plots that still wait be drawn now. */
  drawAll(): void {
    for (const box of [...this.#waiting.keys()]) this.#draw(box);
  }

  #draw(box: Element): void {
    this.#observer.unobserve(box);
    this.#waiting.get(box)?.draw();
    this.#waiting.delete(box);
  }

  #goOn(): void {
    if (this.#isAtWork || this.#waiting.size === 0) return;
    this.#isAtWork = true;
    whenIdle(() => {
      this.#isAtWork = false;
      const [next] = this.#waiting.keys();
      if (next) this.#draw(next);
      this.#goOn();
    });
  }
}

/** Not every browser says when it is idle. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work);
  else setTimeout(work, 50);
}

/** The queue of a long page; null where plots are drawn at once. */
export const DrawQueueContext = createContext<DrawQueue | null>(null);

/** Whether it is this plot's turn to be drawn. Always so where there is no queue. */
export function useTurn(box: RefObject<HTMLElement | null>): boolean {
  const queue = useContext(DrawQueueContext);
  const [isTurn, setTurn] = useState(false);
  useEffect(() => (queue && box.current ? queue.join(box.current, () => setTurn(true)) : undefined), [queue, box]);
  return queue === null || isTurn;
}

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DrawQueue } from "#components/charts/figure/draw-queue.ts";

/** Stands for the browser's observer: tells by hand what has come near. */
class Near {
  static tell: (boxes: Element[]) => void = () => {};
  constructor(callback: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
    Near.tell = (boxes) => callback(boxes.map((target) => ({ target, isIntersecting: true })));
  }
  observe() {}
  unobserve() {}
}

/** Idle moments, one of which passes with each call. */
let idle: (() => void)[] = [];
const passIdle = () => idle.shift()?.();

beforeEach(() => {
  idle = [];
  vi.stubGlobal("IntersectionObserver", Near);
  vi.stubGlobal("requestIdleCallback", (work: () => void) => idle.push(work));
});
afterEach(() => vi.unstubAllGlobals());

/** A queue in which three boxes wait, and what of them is drawn. */
function threeWaiting() {
  const queue = new DrawQueue();
  const drawn: string[] = [];
  const boxes = ["first", "second", "third"].map((name) => ({ name }) as unknown as HTMLElement);
  const leave = boxes.map((box) => queue.join(box, () => drawn.push((box as unknown as { name: string }).name)));
  return { queue, drawn, boxes, leave };
}

describe("the queue of plots", () => {
  it("draws one after another while the browser is idle", () => {
    const { drawn } = threeWaiting();
    expect(drawn).toEqual([]);
    passIdle();
    expect(drawn).toEqual(["first"]);
    passIdle();
    passIdle();
    expect(drawn).toEqual(["first", "second", "third"]);
    expect(idle).toEqual([]);
  });

  it("draws what comes near at once, and nothing twice", () => {
    const { drawn, boxes } = threeWaiting();
    Near.tell([boxes[2]!]);
    expect(drawn).toEqual(["third"]);
    for (let moment = 0; moment < 5; moment += 1) passIdle();
    expect(drawn).toEqual(["third", "first", "second"]);
  });

  it("draws everything for print, but not what has left the page", () => {
    const { queue, drawn, leave } = threeWaiting();
    leave[1]?.();
    queue.drawAll();
    expect(drawn).toEqual(["first", "third"]);
  });
});

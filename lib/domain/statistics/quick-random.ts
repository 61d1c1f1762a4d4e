import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Outputs of the generator that are thrown away first, so that neighbouring seeds give unlike draws. */
const WARM_UP = 64;

/** A seeded source of chance for millions of draws: the same seed gives the same draws on every machine. */
export type QuickRandom = {
  /** 32 random bits as a whole number from 0. */
  bits(): number;
  /** A whole number from 0 to `count - 1`, by multiplication, whose bias is below count / 2³². */
  below(count: number): number;
};

/** Builds a {@link QuickRandom} from an integer seed (taken modulo 2³²). */
export function quickRandom(seed: number): QuickRandom {
  const generator = xoroshiro128plus(seed | 0);
  for (let skipped = 0; skipped < WARM_UP; skipped += 1) generator.next();
  return {
    bits: () => generator.next() >>> 0,
    below: (count) => Math.floor((generator.next() >>> 0) * (count / 2 ** 32)),
  };
}

import type { LinearRgb } from "./colour.ts";

/**
 * Linear RGB as it looks without one kind of cone: the matrices of Machado, Oliveira and Fernandes (2009) at full
 * severity; the first stands for normal sight.
 */
const MATRICES = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

export type Sight = keyof typeof MATRICES;

export const SIGHTS = Object.keys(MATRICES) as Sight[];

/** A colour as an eye of that sight sees it. */
export function seenWith(sight: Sight, [red, green, blue]: LinearRgb): LinearRgb {
  const [r, g, b] = MATRICES[sight].map((row) =>
    Math.min(1, Math.max(0, row[0] * red + row[1] * green + row[2] * blue)),
  );
  return [r as number, g as number, b as number];
}

import type { Lab } from "./colour.ts";

const RADIANS = Math.PI / 180;
const SATURATED = 25 ** 7;

/** Hue in degrees from 0 to 360; a grey has hue 0. */
function hueOf(a: number, b: number): number {
  const degrees = a === 0 && b === 0 ? 0 : Math.atan2(b, a) / RADIANS;
  return degrees < 0 ? degrees + 360 : degrees;
}

/** The way from one hue to the other and the hue between them, both the short way round. */
function hueStep(one: number, other: number): { step: number; mean: number } {
  const step = other - one;
  if (Math.abs(step) <= 180) return { step, mean: (one + other) / 2 };
  const sum = one + other;
  return { step: step > 0 ? step - 360 : step + 360, mean: (sum + (sum < 360 ? 360 : -360)) / 2 };
}

/**
 * CIEDE2000 of two colours (CIE 142-2001): about 1 is the least difference that is seen side by side, 10 is plain at
 * a glance.
 */
export function colourDifference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const meanChroma7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const stretch = 1.5 - 0.5 * Math.sqrt(meanChroma7 / (meanChroma7 + SATURATED));
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const grey = c1 * c2 === 0;
  const [h1, h2] = [hueOf(a1 * stretch, b1), hueOf(a2 * stretch, b2)];
  const { step, mean: hue } = grey ? { step: 0, mean: h1 + h2 } : hueStep(h1, h2);
  const lightness = ((l1 + l2) / 2 - 50) ** 2;
  const chroma = (c1 + c2) / 2;
  const wave =
    1 -
    0.17 * Math.cos((hue - 30) * RADIANS) +
    0.24 * Math.cos(2 * hue * RADIANS) +
    0.32 * Math.cos((3 * hue + 6) * RADIANS) -
    0.2 * Math.cos((4 * hue - 63) * RADIANS);
  const byLightness = (l2 - l1) / (1 + (0.015 * lightness) / Math.sqrt(20 + lightness));
  const byChroma = (c2 - c1) / (1 + 0.045 * chroma);
  const byHue = (2 * Math.sqrt(c1 * c2) * Math.sin((step / 2) * RADIANS)) / (1 + 0.015 * chroma * wave);
  const blueTurn = 30 * Math.exp(-(((hue - 275) / 25) ** 2));
  const turn = -2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + SATURATED)) * Math.sin(2 * blueTurn * RADIANS);
  return Math.sqrt(byLightness ** 2 + byChroma ** 2 + byHue ** 2 + turn * byChroma * byHue);
}

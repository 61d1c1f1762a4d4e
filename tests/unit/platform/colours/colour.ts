/** Red, green and blue in linear light, each from 0 to 1. */
export type LinearRgb = readonly [number, number, number];

/** Lightness (0 to 100) and the two opponent axes of CIELAB under D65. */
export type Lab = readonly [number, number, number];

/** `#rrggbb` in linear light (IEC 61966-2-1). */
export function linearRgb(hex: string): LinearRgb {
  const channel = (start: number) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Contrast of two colours as WCAG 2.2 counts it, from 1 to 21. */
export function contrast(one: LinearRgb, other: LinearRgb): number {
  const luminance = ([red, green, blue]: LinearRgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** CIELAB of a colour, for the white of D65. */
export function labOf([red, green, blue]: LinearRgb): Lab {
  const bend = (share: number) => (share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116);
  const x = bend((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = bend(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = bend((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

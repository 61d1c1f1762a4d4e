/** An integer as text people read: with the real minus sign (−3), not the hyphen. */
export function formatInteger(value: number): string {
  return value < 0 ? `−${Math.abs(value)}` : String(value);
}

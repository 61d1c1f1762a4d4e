/** The fields of a form as text: absent boxes are absent. */
export type FormFields = Record<string, string>;

/** A whole number as it is typed, with either minus sign; NaN for anything else. */
export function toInteger(text: string): number {
  return /^[-−]?\d+$/.test(text) ? Number(text.replace("−", "-")) : Number.NaN;
}

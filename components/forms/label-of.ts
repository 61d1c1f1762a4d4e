import { controlId } from "./form-values.ts";

/** The label that the form on the page has for a field, without remarks in it; empty where it has none. */
export function labelOf(field: string): string {
  const control = document.getElementById(controlId(field));
  const isLabelled =
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement;
  return (isLabelled && control.labels?.[0]?.firstChild?.textContent?.trim()) || "";
}

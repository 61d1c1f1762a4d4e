import { parse } from "csv-parse/sync";

/** The rows of a CSV file by its header, every value as the text that stands in it. */
export function csvRows(file: Buffer | undefined): Record<string, string>[] {
  if (!file) throw new Error("The file is missing.");
  return parse(file, { columns: true }) as Record<string, string>[];
}

/** A text as it was before the CSV protected it against being taken for a formula. */
export function unguarded(text: string): string {
  return text.replace(/^'(?=[=+\-@\t\r])/, "");
}

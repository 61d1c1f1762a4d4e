/** How much of a record stays that is longer than the cap, in UTF-16 code units. */
const KEPT_OF_CUT = 400;

/** How a record's lines stand: `indented` when its second one stands deeper than its first, as in pretty-printing. */
type Layout = "unknown" | "indented" | "flat";

/** The record that a splitter is reading: its text so far, where it began and how its lines stand. */
export class RecordInHand {
  text = "";
  /** Longer than the cap, so that only its beginning is here. */
  isCut = false;
  /** The line (from 1) on which it begins, and the blanks before it there. */
  line = 1;
  indent = 0;
  /** Lines that it has so far. */
  lines = 0;
  private layout: Layout = "unknown";
  private readonly cap: number;

  constructor(cap: number) {
    this.cap = cap;
  }

  /** Takes up a new record, which begins in this place. */
  begin(line: number, indent: number): void {
    this.line = line;
    this.indent = indent;
    this.lines = 1;
    this.layout = "unknown";
  }

  /** Adds a piece of text; past the cap only the beginning stays. */
  keep(piece: string): void {
    if (this.isCut) return;
    this.text += piece;
    if (!this.isOverCap()) return;
    // Run-together lines are given back at the line's end, unless that does not come either.
    if (this.isRunTogether() && this.text.length <= 2 * this.cap) return;
    this.text = this.text.slice(0, Math.min(KEPT_OF_CUT, this.cap));
    this.isCut = true;
  }

  isOverCap(): boolean {
    return this.text.length > this.cap;
  }

  /** Learns from the first of its further lines with something on it how the lines stand. */
  noteIndent(indent: number): void {
    if (this.layout === "unknown") this.layout = indent > this.indent ? "indented" : "flat";
  }

  isIndented(): boolean {
    return this.layout === "indented";
  }

  /** Several lines, the second no deeper than the first: if damaged, a line that has swallowed the lines after it. */
  isRunTogether(): boolean {
    return this.layout === "flat";
  }

  /** Gives the text away and is empty again; `isCut` says whether it is whole. */
  take(): { text: string; isCut: boolean } {
    const { text, isCut } = this;
    this.text = "";
    this.isCut = false;
    return { text, isCut };
  }
}

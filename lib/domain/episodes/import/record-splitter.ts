import { parseLeniently } from "./lenient-json.ts";
import { createSpanScanner, type SpanScanner } from "./span-scanner.ts";

/**
 * One record's text, with the line (from 1) on which it begins. `cut` marks a text that is not whole: the record was
 * longer than the cap, so that only its beginning is here.
 */
export type SplitRecord = { text: string; line: number; cut?: true };

/** Takes a file in chunks of any size and gives back whole records as soon as they are complete. */
export type RecordSplitter = {
  push(chunk: string): SplitRecord[];
  /** What is left at the end of the file. The splitter is used up afterwards. */
  end(): SplitRecord[];
};

/** The longest record that is read, in UTF-16 code units. */
export const MAX_RECORD_LENGTH = 8 * 1024 * 1024;

const KEPT_OF_CUT = 400;
const [NEWLINE, QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT] = [10, 34, 44, 91, 93, 123];

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 10 || code === 0xfeff;
}

function isJson(text: string): boolean {
  try {
    parseLeniently(text);
    return true;
  } catch {
    return false;
  }
}

/** How a record's lines stand: `indented` when its second one stands deeper than its first, as in pretty-printing. */
type Layout = "unknown" | "indented" | "flat";

/** What is being read: nothing yet, a bracketed record, a bare word or text, or the rest of a damaged record. */
type State = "between" | "record" | "bare" | "damaged";

class Splitter implements RecordSplitter {
  private readonly cap: number;
  private readonly spans: SpanScanner = createSpanScanner();
  private state: State = "between";
  private inList = false;
  private out: SplitRecord[] = [];
  /** Text that cannot be judged before more has come; at most one line's beginning. */
  private carry = "";
  private line = 1;
  /** Blanks before the first character of the current line. */
  private indent = 0;
  private text = "";
  private isCut = false;
  private startLine = 1;
  private startIndent = 0;
  private linesOfRecord = 0;
  private atLineStart = false;
  private layout: Layout = "unknown";
  /** While the lines of a damaged record are read once more. */
  private isReplaying = false;

  constructor(cap: number) {
    this.cap = cap;
  }

  push(chunk: string): SplitRecord[] {
    return this.read(chunk, false);
  }

  end(): SplitRecord[] {
    const found = this.read("", true);
    if (this.state === "record") this.giveUp();
    else if (this.state === "bare") this.emit();
    return [...found, ...this.out.splice(0)];
  }

  private read(chunk: string, isLast: boolean): SplitRecord[] {
    const buffer = this.carry === "" ? chunk : this.carry + chunk;
    this.carry = "";
    let at = 0;
    while (at < buffer.length) {
      const next = this.step(buffer, at, isLast);
      if (next < 0) {
        this.carry = buffer.slice(at);
        break;
      }
      at = next;
    }
    return this.out.splice(0);
  }

  /** Reads on in the present state; returns where to go on, or −1 when more text is needed to decide. */
  private step(buffer: string, at: number, isLast: boolean): number {
    if (this.state === "between") return this.between(buffer, at);
    if (this.state === "bare") return this.bare(buffer, at);
    if (this.atLineStart) return this.lineStart(buffer, at, isLast);
    return this.state === "damaged" ? this.skipLine(buffer, at) : this.record(buffer, at);
  }

  private keep(piece: string): void {
    if (this.isCut) return;
    this.text += piece;
    if (this.text.length <= this.cap) return;
    // Run-together lines are given back at the line's end, unless that does not come either.
    if (this.isRunTogether() && this.text.length <= 2 * this.cap) return;
    this.text = this.text.slice(0, Math.min(KEPT_OF_CUT, this.cap));
    this.isCut = true;
  }

  /** Several lines, the second no deeper than the first: if damaged, a line that has swallowed the lines after it. */
  private isRunTogether(): boolean {
    return this.state === "record" && this.layout === "flat";
  }

  /** Gives up a record that is damaged or does not close; the lines that it swallowed are given back. */
  private giveUp(): void {
    this.replay();
    if (this.state === "record" || this.state === "bare") this.emit();
  }

  /** Reads run-together lines once more, each `{` at the start of a line as a new record. May end within a record. */
  private replay(): void {
    if (!this.isRunTogether() || this.isCut || this.isReplaying) return;
    const { text } = this;
    this.text = "";
    this.line = this.startLine;
    this.indent = this.startIndent;
    this.state = "between";
    this.atLineStart = false;
    this.isReplaying = true;
    let at = 0;
    while (at < text.length) at = this.step(text, at, true);
    this.isReplaying = false;
  }

  private emit(): void {
    const text = this.text.trim();
    if (text !== "") this.out.push({ text, line: this.startLine, ...(this.isCut && { cut: true as const }) });
    this.text = "";
    this.isCut = false;
    this.state = "between";
    this.atLineStart = false;
  }

  private begin(state: "record" | "bare"): void {
    this.state = state;
    this.startLine = this.line;
    this.startIndent = this.indent;
    this.linesOfRecord = 1;
    this.layout = "unknown";
    this.spans.reset();
  }

  /** Between records: passes over blanks and commas, enters and leaves a list. */
  private between(buffer: string, from: number): number {
    let at = from;
    for (; at < buffer.length; at += 1) {
      const code = buffer.charCodeAt(at);
      if (code === NEWLINE) {
        this.line += 1;
        this.indent = 0;
      } else if (isBlank(code)) this.indent += 1;
      else if (code === OPEN_LIST && !this.inList) this.inList = true;
      else if (code === CLOSE_LIST && this.inList) this.inList = false;
      else if (code !== COMMA) {
        this.begin(code === OPEN_OBJECT || code === OPEN_LIST ? "record" : "bare");
        return at;
      }
    }
    return at;
  }

  /** A bare word or text ends with its line; in a list also at a comma or bracket outside quotes. */
  private bare(buffer: string, from: number): number {
    const at = this.spans.bareEnd(buffer, from, this.inList);
    this.keep(buffer.slice(from, at));
    if (at < buffer.length) this.emit();
    return at;
  }

  /** Inside brackets, up to the line's end or the closing bracket. */
  private record(buffer: string, from: number): number {
    const at = this.spans.bracketEnd(buffer, from);
    if (this.spans.isClosed()) {
      this.keep(buffer.slice(from, at));
      this.close();
      return at;
    }
    if (at >= buffer.length) {
      this.keep(buffer.slice(from));
      return at;
    }
    if (this.spans.isInString()) return this.breakOff(buffer, from, at);
    this.keep(buffer.slice(from, at + 1));
    this.newLine();
    if (this.text.length > this.cap && !this.isReplaying) this.giveUp();
    return at + 1;
  }

  /** The last bracket has closed: a record, unless a damaged line met a bracket of the lines that it swallowed. */
  private close(): void {
    if (this.isRunTogether() && !this.isCut && !this.isReplaying && !isJson(this.text)) this.replay();
    else this.emit();
  }

  private newLine(): void {
    this.line += 1;
    this.linesOfRecord += 1;
    this.atLineStart = true;
  }

  /** A line ended inside a string: the record is damaged. Of a record of several lines the rest is passed over. */
  private breakOff(buffer: string, from: number, at: number): number {
    this.keep(buffer.slice(from, at));
    this.replay();
    if (this.state !== "record") return at;
    const isWhole = this.linesOfRecord === 1;
    this.emit();
    if (!isWhole) this.state = "damaged";
    return at;
  }

  private skipLine(buffer: string, from: number): number {
    const at = buffer.indexOf("\n", from);
    if (at < 0) return buffer.length;
    this.newLine();
    return at + 1;
  }

  /**
   * At the start of a line within a record: does a new record begin here, so that the one before was damaged? Its
   * `{` stands no deeper than the damaged one's did.
   */
  private lineStart(buffer: string, from: number, isLast: boolean): number {
    let ink = from;
    while (ink < buffer.length && (buffer.charCodeAt(ink) === 32 || buffer.charCodeAt(ink) === 9)) ink += 1;
    if (ink + 1 >= buffer.length && !isLast) return -1;
    this.atLineStart = false;
    const indent = ink - from;
    const code = buffer.charCodeAt(ink);
    if (indent <= this.startIndent && this.startsAnew(code, buffer.charCodeAt(ink + 1))) {
      if (this.state === "record") this.giveUp();
      this.state = "between";
      this.indent = indent;
      return ink;
    }
    if (this.layout === "unknown" && !isBlank(code)) this.layout = indent > this.startIndent ? "indented" : "flat";
    return from;
  }

  private startsAnew(code: number, next: number): boolean {
    if (this.state === "damaged") return code === OPEN_OBJECT || (code === CLOSE_LIST && this.inList);
    if (code !== OPEN_OBJECT) return false;
    // A pretty-printed record indents what is inside; a `{` as far left as the first can only be the next record.
    if (this.layout === "indented" || this.isReplaying) return true;
    // The line before stopped short: within a record, `{` can only follow `[`, `,` or `:`.
    return next === QUOTE && !this.spans.expectsValue();
  }
}

/**
 * Creates a splitter over JSON Lines, JSON objects one after another (pretty-printed or not), and lists of objects,
 * in any mixture; the result does not depend on where chunks end. It looks at brackets, quotes and line ends only:
 * whether a record is valid JSON is for `JSON.parse`. As JSON has no raw line end inside a string, a damaged record
 * ends at the next line that begins like a new one, and the records after it come through. Holds one record.
 */
export function createRecordSplitter(cap: number = MAX_RECORD_LENGTH): RecordSplitter {
  return new Splitter(cap);
}

import { isLenientJson } from "./lenient-json.ts";
import { CLOSE_LIST, isBlank, OPEN_LIST, OPEN_OBJECT, QUOTE, RecordGap } from "./record-gap.ts";
import { RecordInHand } from "./record-in-hand.ts";
import { createSpanScanner, type SpanScanner } from "./span-scanner.ts";
import type { RecordSplitter, SplitRecord } from "./split-record.ts";

/** The longest record that is read, in UTF-16 code units. */
export const MAX_RECORD_LENGTH = 8 * 1024 * 1024;

/** What is being read: nothing yet, a bracketed record, a bare word or text, or the rest of a damaged record. */
type State = "between" | "record" | "bare" | "damaged";

class Splitter implements RecordSplitter {
  private readonly held: RecordInHand;
  private readonly spans: SpanScanner = createSpanScanner();
  private state: State = "between";
  private readonly gap = new RecordGap();
  private out: SplitRecord[] = [];
  /** Text that cannot be judged before more has come; at most one line's beginning. */
  private carry = "";
  private atLineStart = false;
  /** While the lines of a damaged record are read once more. */
  private isReplaying = false;

  constructor(cap: number) {
    this.held = new RecordInHand(cap);
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

  /** Gives up a record that is damaged or does not close; the lines that it swallowed are given back. */
  private giveUp(): void {
    this.replay();
    if (this.state === "record" || this.state === "bare") this.emit();
  }

  /** Reads run-together lines once more, each `{` at the start of a line as a new record. May end within a record. */
  private replay(): void {
    if (!this.held.isRunTogether() || this.held.isCut || this.isReplaying) return;
    const { text } = this.held.take();
    this.gap.line = this.held.line;
    this.gap.indent = this.held.indent;
    this.state = "between";
    this.atLineStart = false;
    this.isReplaying = true;
    let at = 0;
    while (at < text.length) at = this.step(text, at, true);
    this.isReplaying = false;
  }

  private emit(): void {
    const { text, isCut } = this.held.take();
    const inked = text.trim();
    if (inked !== "") this.out.push({ text: inked, line: this.held.line, ...(isCut && { cut: true as const }) });
    this.state = "between";
    this.atLineStart = false;
  }

  private begin(state: "record" | "bare"): void {
    this.state = state;
    this.held.begin(this.gap.line, this.gap.indent);
    this.spans.reset();
  }

  private between(buffer: string, from: number): number {
    const at = this.gap.cross(buffer, from);
    if (at < buffer.length) {
      const code = buffer.charCodeAt(at);
      this.begin(code === OPEN_OBJECT || code === OPEN_LIST ? "record" : "bare");
    }
    return at;
  }

  /** A bare word or text ends with its line; in a list also at a comma or bracket outside quotes. */
  private bare(buffer: string, from: number): number {
    const at = this.spans.bareEnd(buffer, from, this.gap.inList);
    this.held.keep(buffer.slice(from, at));
    if (at < buffer.length) this.emit();
    return at;
  }

  /** Inside brackets, up to the line's end or the closing bracket. */
  private record(buffer: string, from: number): number {
    const at = this.spans.bracketEnd(buffer, from);
    if (this.spans.isClosed()) {
      this.held.keep(buffer.slice(from, at));
      this.close();
      return at;
    }
    if (at >= buffer.length) {
      this.held.keep(buffer.slice(from));
      return at;
    }
    if (this.spans.isInString()) return this.breakOff(buffer, from, at);
    this.held.keep(buffer.slice(from, at + 1));
    this.newLine();
    if (this.held.isOverCap() && !this.isReplaying) this.giveUp();
    return at + 1;
  }

  /** The last bracket has closed: a record, unless a damaged line met a bracket of the lines that it swallowed. */
  private close(): void {
    if (this.held.isRunTogether() && !this.held.isCut && !this.isReplaying && !isLenientJson(this.held.text))
      this.replay();
    else this.emit();
  }

  private newLine(): void {
    this.gap.line += 1;
    this.held.lines += 1;
    this.atLineStart = true;
  }

  /** A line ended inside a string: the record is damaged. Of a record of several lines the rest is passed over. */
  private breakOff(buffer: string, from: number, at: number): number {
    this.held.keep(buffer.slice(from, at));
    this.replay();
    if (this.state !== "record") return at;
    const isWhole = this.held.lines === 1;
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
    if (indent <= this.held.indent && this.startsAnew(code, buffer.charCodeAt(ink + 1))) {
      if (this.state === "record") this.giveUp();
      this.state = "between";
      this.gap.indent = indent;
      return ink;
    }
    if (!isBlank(code)) this.held.noteIndent(indent);
    return from;
  }

  private startsAnew(code: number, next: number): boolean {
    if (this.state === "damaged") return code === OPEN_OBJECT || (code === CLOSE_LIST && this.gap.inList);
    if (code !== OPEN_OBJECT) return false;
    // A pretty-printed record indents what is inside; a `{` as far left as the first can only be the next record.
    if (this.held.isIndented() || this.isReplaying) return true;
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

/** The innermost loops of the splitter: follow quotes and brackets through one piece of text. */
export type SpanScanner = {
  /** Forgets everything: the next character begins a record. */
  reset(): void;
  /** Reads on inside brackets. Stops at a line end (its index), after the closing bracket, or at the end. */
  bracketEnd(text: string, from: number): number;
  /** Reads on inside a bare word or text. Stops at a line end; in a list at a comma or bracket outside quotes. */
  bareEnd(text: string, from: number, inList: boolean): number;
  isClosed(): boolean;
  isInString(): boolean;
  /** True when the last character was an opening bracket, a comma or a colon, so that a value must follow. */
  expectsValue(): boolean;
};

const QUOTE = 34;
const LINE_END = 10;
/** What ends a stretch of plain characters inside a string. */
const STRING_STOP = /["\\\n]/g;

/** Creates a {@link SpanScanner}. */
export function createSpanScanner(): SpanScanner {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let lastInk = 0;

  /** Reads on inside a string; stops after its closing quote, at a line end, or at the end of the text. */
  function stringEnd(text: string, from: number): number {
    let at = from;
    while (at < text.length) {
      if (escaped) {
        if (text.charCodeAt(at) === LINE_END) return at;
        escaped = false;
        at += 1;
        continue;
      }
      // Most of a file is inside strings: the engine's own search is several times faster than a loop over characters.
      STRING_STOP.lastIndex = at;
      if (!STRING_STOP.test(text)) return text.length;
      at = STRING_STOP.lastIndex - 1;
      const code = text.charCodeAt(at);
      if (code === LINE_END) return at;
      at += 1;
      if (code === QUOTE) {
        inString = false;
        return at;
      }
      escaped = true;
    }
    return at;
  }

  return {
    reset() {
      depth = 0;
      inString = false;
      escaped = false;
      lastInk = 0;
    },
    isClosed: () => depth === 0 && lastInk !== 0,
    isInString: () => inString,
    expectsValue: () => lastInk === 123 || lastInk === 91 || lastInk === 44 || lastInk === 58,
    bracketEnd(text, from) {
      let at = from;
      while (at < text.length) {
        if (inString) {
          at = stringEnd(text, at);
          if (inString) return at;
        }
        const code = text.charCodeAt(at);
        if (code === LINE_END) return at;
        at += 1;
        if (code === 32 || code === 13 || code === 9 || Number.isNaN(code)) continue;
        lastInk = code;
        if (code === QUOTE) inString = true;
        else if (code === 123 || code === 91) depth += 1;
        else if (code === 125 || code === 93) {
          depth -= 1;
          if (depth <= 0) {
            depth = 0;
            return at;
          }
        }
      }
      return Math.min(at, text.length);
    },
    bareEnd(text, from, inList) {
      if (!inList) {
        const end = text.indexOf("\n", from);
        return end < 0 ? text.length : end;
      }
      let at = from;
      while (at < text.length) {
        if (inString) {
          at = stringEnd(text, at);
          if (inString) return at;
        }
        const code = text.charCodeAt(at);
        if (code === LINE_END || code === 44 || code === 93) return at;
        if (code === QUOTE) inString = true;
        at += 1;
      }
      return Math.min(at, text.length);
    },
  };
}

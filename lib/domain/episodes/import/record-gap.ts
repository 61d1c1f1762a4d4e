/** Characters that records are told apart by. */
export const [NEWLINE, QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT] = [10, 34, 44, 91, 93, 123];

/** True for blanks, line ends and a byte order mark. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 10 || code === 0xfeff;
}

/** The place between records of a file: in which line it is, and whether inside the list that holds them. */
export class RecordGap {
  /** Lines from 1. */
  line = 1;
  /** Blanks before the first character of the current line. */
  indent = 0;
  inList = false;

  /** Passes over blanks and commas, enters and leaves a list; returns where a record begins, or the end of the text. */
  cross(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) {
        this.line += 1;
        this.indent = 0;
      } else if (isBlank(code)) this.indent += 1;
      else if (code === OPEN_LIST && !this.inList) this.inList = true;
      else if (code === CLOSE_LIST && this.inList) this.inList = false;
      else if (code !== COMMA) return at;
    }
    return text.length;
  }
}

import { createInterface, type Interface } from "node:readline/promises";
import { Writable } from "node:stream";

/** How a shell command asks the person; replaced in tests. */
export type Asker = {
  /** One line of text. */
  ask(question: string): Promise<string>;
  /** One line that is not shown while it is typed. */
  askHidden(question: string): Promise<string>;
  close(): void;
};

/** Keeps lines until they are asked for: a pipe ends long before the last question. After its end each line is empty. */
function queueLines(lines: Interface): () => Promise<string> {
  const waiting: string[] = [];
  const readers: ((line: string) => void)[] = [];
  let isOver = false;
  lines.on("line", (line) => {
    const reader = readers.shift();
    if (reader) reader(line);
    else waiting.push(line);
  });
  lines.on("close", () => {
    isOver = true;
    for (const reader of readers.splice(0)) reader("");
  });
  return () =>
    waiting.length > 0 || isOver
      ? Promise.resolve(waiting.shift() ?? "")
      : new Promise<string>((resolve) => readers.push(resolve));
}

/** Asks on the terminal, or reads line by line from a pipe, where the questions are not printed. */
export function openAsker(input: NodeJS.ReadStream = process.stdin): Asker {
  let isHidden = false;
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (input.isTTY && !isHidden) process.stdout.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output, terminal: input.isTTY });
  const next = queueLines(lines);
  const prompt = (question: string) => {
    if (!input.isTTY) return;
    lines.setPrompt(question);
    lines.prompt();
  };
  return {
    ask: (question) => {
      prompt(question);
      return next();
    },
    askHidden: async (question) => {
      prompt(question);
      isHidden = true;
      const line = await next();
      isHidden = false;
      // The line break that ended the hidden line was hidden too.
      if (input.isTTY) process.stdout.write("\n");
      return line;
    },
    close: () => lines.close(),
  };
}

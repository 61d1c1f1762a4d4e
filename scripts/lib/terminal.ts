/** What the start commands say while they work: one line a step, with the time it took. */

const isTerminal = process.stdout.isTTY === true;
const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Seconds with one decimal. */
export function seconds(sinceMs: number): string {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}

/**
 * Shows a step while it runs and how long it took. What `work` answers, if it is a sentence, stands behind the name.
 * A failing step is marked and its error goes on to the caller.
 */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const spinner = spin(name, start);
  try {
    const result = await work();
    spinner.end(`  ✓ ${name}${typeof result === "string" ? `: ${result}` : ""} (${seconds(start)})`);
    return result;
  } catch (error) {
    spinner.end(`  ✗ ${name}`);
    throw error;
  }
}

function spin(name: string, start: number): { end(line: string): void } {
  if (!isTerminal) {
    // Only steps that take their time announce themselves where nothing can be overwritten.
    const timer = setTimeout(() => console.log(`  … ${name}`), 2_000);
    return {
      end: (line) => {
        clearTimeout(timer);
        console.log(line);
      },
    };
  }
  let frame = 0;
  const timer = setInterval(() => {
    frame += 1;
    process.stdout.write(`\r\x1b[2K  ${FRAMES[frame % FRAMES.length]} ${name} (${seconds(start)})`);
  }, 100);
  return {
    end: (line) => {
      clearInterval(timer);
      process.stdout.write(`\r\x1b[2K${line}\n`);
    },
  };
}

import { parseArgs } from "node:util";

/** Which databases are measured, one after the other. */
export type DatabaseKind = "embedded" | "postgres";

/** What the command line asks for. Times are seconds. */
export type Options = {
  /** People at once, one run each. */
  people: number[];
  /** Length of the measured part of a run. */
  seconds: number;
  /** Mean pause of a person between an answer and their next request. */
  think: number;
  databases: DatabaseKind[];
  kill: boolean;
  /** How many processes are killed in all, per database. */
  rounds: number;
  /** Mean time between two kills. */
  roundSeconds: number;
  seed: number;
  port: number;
  /** Leaves the data folder with the app's log where it is, and says where. */
  keep: boolean;
};

const USAGE = `Usage: npm run bench:annotate -- [--people 50,200,500] [--seconds 60] [--think 3.5]
  [--database embedded|postgres|both] [--kill] [--rounds 100] [--round-seconds 6] [--seed 1] [--port 3390] [--keep]`;

function numberIn(text: string, name: string, min: number, max: number): number {
  const value = Number(text);
  if (Number.isFinite(value) && value >= min && value <= max) return value;
  throw new Error(`--${name} takes a number from ${min} to ${max}, not “${text}”.\n${USAGE}`);
}

/** Reads the command line. Throws an Error with the usage when it makes no sense. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: "string" },
      seconds: { type: "string", default: "60" },
      think: { type: "string", default: "" },
      database: { type: "string", default: "both" },
      kill: { type: "boolean", default: false },
      rounds: { type: "string", default: "100" },
      "round-seconds": { type: "string", default: "6" },
      seed: { type: "string", default: "1" },
      port: { type: "string", default: "3390" },
      keep: { type: "boolean", default: false },
    },
  });
  const { kill, database } = values;
  if (!["embedded", "postgres", "both"].includes(database)) throw new Error(`--database is unknown.\n${USAGE}`);
  return {
    people: (values.people ?? (kill ? "20" : "50,200,500")).split(",").map((text) => numberIn(text, "people", 1, 5000)),
    seconds: numberIn(values.seconds, "seconds", 1, 3600),
    think: numberIn(values.think || (kill ? "0.3" : "3.5"), "think", 0, 60),
    databases: database === "both" ? ["embedded", "postgres"] : [database as DatabaseKind],
    kill,
    rounds: numberIn(values.rounds, "rounds", 1, 10_000),
    roundSeconds: numberIn(values["round-seconds"], "round-seconds", 1, 120),
    seed: numberIn(values.seed, "seed", 0, 2 ** 31 - 1),
    port: numberIn(values.port, "port", 1, 65_535),
    keep: values.keep,
  };
}

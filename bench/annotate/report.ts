import { readFileSync } from "node:fs";
import os from "node:os";
import type { Ledger } from "./ledger.ts";
import type { LoadResult } from "./load.ts";
import { MEASURED, type Measured, type Summary } from "./measure.ts";

/** What 200 people at once may wait for at the 95th percentile, in ms. */
const TARGETS: readonly (readonly [Measured, number])[] = [
  ["next item", 300],
  ["draft save", 200],
];
const TARGET_PEOPLE = 200;

function ms(value: number): string {
  return Number.isNaN(value) ? "–" : String(Math.round(value));
}

function waits({ count, p50, p95, p99 }: Summary): string {
  return count === 0 ? "–" : `${ms(p50)} / ${ms(p95)} / ${ms(p99)}`;
}

function megabytes(value: number | undefined): string {
  return value === undefined ? "–" : String(Math.round(value));
}

/** One line on the machine. */
export function describeMachine(): string {
  const cpu = os.cpus()[0]?.model.trim() ?? "unknown processor";
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const next = JSON.parse(readFileSync(new URL("../../node_modules/next/package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return `${os.cpus().length} cores (${cpu}), ${memory} GB, ${os.type()} ${os.release()}, Node ${process.versions.node}, Next ${next.version}`;
}

/** The load of the machine over the last minute, everything on it included. */
export function describeLoad(): string {
  return `load average ${os.loadavg()[0]?.toFixed(2)}`;
}

/** The table's head, as Markdown. */
export function tableHead(): string {
  const heads = [
    "database",
    "people",
    "requests/s",
    "next item",
    "draft save",
    "submit",
    "other pages",
    "entry",
    "errors",
    "web MB",
    "worker MB",
    "database MB",
    "generator late by",
  ];
  return `| ${heads.join(" | ")} |\n|${heads.map(() => "---|").join("")}`;
}

/** One run as a line of the table; waits are p50 / p95 / p99 in ms. */
export function tableRow(database: string, result: LoadResult): string {
  const { measurements, memory } = result;
  const errors = [...measurements.errors.values()].reduce((sum, count) => sum + count, 0);
  const cells = [
    database,
    result.people,
    (result.requests / result.seconds).toFixed(1),
    ...(["next item", "draft save", "submit", "page", "entry"] as const).map((kind) =>
      waits(measurements.summary(kind)),
    ),
    errors,
    megabytes(memory.web),
    megabytes(memory.worker),
    megabytes(memory.database),
    `${ms(result.generatorLag)} ms`,
  ];
  return `| ${cells.join(" | ")} |`;
}

/** How many of each were measured, and what went wrong. */
export function describeCounts({ measurements, cores }: LoadResult): string {
  const counts = MEASURED.map((kind) => `${measurements.summary(kind).count} × ${kind}`);
  const errors = [...measurements.errors].map(([what, count]) => `${count} × ${what}`);
  const busy = Object.entries(cores).map(([name, share]) => `${name} ${share.toFixed(2)}`);
  return `  cores kept busy: ${busy.join(", ")}\n  measured: ${counts.join(", ")}${errors.length > 0 ? `\n  errors: ${errors.join(", ")}` : ""}`;
}

/** Whether a run of 200 people met the targets; null for any other number of people. */
export function describeTargets({ people, measurements }: LoadResult): string | null {
  if (people !== TARGET_PEOPLE) return null;
  return TARGETS.map(([kind, limit]) => {
    const { p95 } = measurements.summary(kind);
    return `  target: p95 of ${kind} ≤ ${limit} ms – ${p95 <= limit ? "met" : "missed"} (${ms(p95)} ms)`;
  }).join("\n");
}

/** The ledger in words. */
export function describeLedger(ledger: Ledger): string {
  const outcomes = Object.entries(ledger.outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  const lines = [
    `  ledger: ${ledger.acknowledged} acknowledged submissions and ${ledger.drafts} drafts compared field by field (${ledger.unacknowledged} more submissions stored whose answer was cut off; ${ledger.extra} extra ones by people who came back too late)`,
    `  arrivals: ${ledger.arrivals} = ${[...outcomes, `${ledger.open} still open`].join(" + ")}`,
    ledger.faults.length === 0 ? "  the books balance" : `  THE BOOKS DO NOT BALANCE: ${ledger.faults.length} faults`,
    ...ledger.faults.slice(0, 20).map((fault) => `    ${fault}`),
  ];
  return lines.join("\n");
}

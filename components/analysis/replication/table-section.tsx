import type { ReactNode } from "react";
import { plural } from "#components/ui/format.ts";
import type { ReplicationTable } from "#lib/domain/analysis/replication/replication.ts";
import { FigureTable } from "./replication-table.tsx";

/** A table of the paper with what belongs to it: how it was computed, what is corrected, what differs, what is missing. */
export function TableSection({ table, children }: { table: ReplicationTable; children?: ReactNode }) {
  const { id, name, title, authorsWay, corrected, differences, missing } = table;
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-20">
      <h2 id={`${id}-title`} className="text-xl">
        {name} <span className="font-normal text-ink-2">· {title}</span>
      </h2>
      <div className="mt-3 flex flex-col gap-3">
        {children}
        <FigureTable table={table} />
        <div className="grid gap-x-8 gap-y-3 text-sm md:grid-cols-2">
          <Sentences title="How the authors computed it" sentences={authorsWay} />
          <Sentences title="What the corrected lines do otherwise" sentences={corrected} />
        </div>
        {missing.length > 0 ? <Sentences title="Cannot be recomputed" sentences={missing} /> : null}
        {differences.length > 0 ? (
          <details className="text-sm">
            <summary className="w-fit py-2 text-ink-2 hover:text-ink">
              {plural(differences.length, "figure")} not as published
            </summary>
            <List sentences={differences} className="mt-1 columns-1 sm:columns-2 lg:columns-3" />
          </details>
        ) : null}
      </div>
    </section>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <div className="max-w-[75ch] text-sm">
      <h3 className="font-semibold">{title}</h3>
      <List sentences={sentences} className="mt-1" />
    </div>
  );
}

/** Sentences one below the other. */
export function List({ sentences, className }: { sentences: readonly string[]; className: string }) {
  return (
    <ul className={`list-disc space-y-1 pl-5 text-ink-2 [overflow-wrap:anywhere] ${className}`}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

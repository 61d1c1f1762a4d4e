import type { ReactNode } from "react";

/** One part of the monitor under its heading. */
export function MonitorPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-3 text-lg">{title}</h2>
      {children}
    </section>
  );
}

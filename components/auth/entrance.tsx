import type { ReactNode } from "react";

/** The frame of the pages before anybody is signed in: the product's name, a title, a short column. */
export function Entrance({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  return (
    <main className="mx-auto w-full max-w-[26rem] px-5 pt-[12vh] pb-16">
      <p className="font-semibold tracking-tight">Sotopia Studio</p>
      <h1 className="mt-8 text-2xl">{title}</h1>
      {lead ? <div className="mt-2 text-ink-2">{lead}</div> : null}
      {children ? <div className="mt-6">{children}</div> : null}
    </main>
  );
}

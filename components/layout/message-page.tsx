import type { ReactNode } from "react";

/** A page that only says something: what happened, what is safe, what to do next. */
export function MessagePage({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-[36rem] flex-col justify-center px-6 py-16">
      <h1 className="text-2xl">{title}</h1>
      <div className="prose-text mt-4 text-ink-2">{children}</div>
      {actions ? <div className="mt-6 flex flex-wrap gap-3">{actions}</div> : null}
    </main>
  );
}

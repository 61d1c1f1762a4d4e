import type { ReactNode } from "react";

type Props = { title: string; children: ReactNode; actions?: ReactNode };

/** What happened, what is safe, what to do next: all that a page says which has nothing else to show. */
export function Message({ title, children, actions }: Props) {
  return (
    <div className="max-w-[33rem] py-4 sm:py-10">
      <h1 className="text-2xl">{title}</h1>
      <div className="prose-text mt-4 text-ink-2">{children}</div>
      {actions ? <div className="mt-6 flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  );
}

/** A {@link Message} as a whole page, for people without the frame of an account. */
export function MessagePage({ children }: { children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col justify-center px-6">
      <div className="mx-auto w-full max-w-[33rem]">{children}</div>
    </main>
  );
}

import type { ReactNode } from "react";

/** One part of a settings page: what it is about on the left, its controls on the right from 1024 px. */
export function AccountSection({
  id,
  title,
  about,
  children,
}: {
  id: string;
  title: string;
  about: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="grid gap-x-10 gap-y-4 border-line border-t py-8 lg:grid-cols-[18rem_1fr]">
      <div>
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        <div className="mt-1 max-w-[60ch] text-sm text-ink-2">{about}</div>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

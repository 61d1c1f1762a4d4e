import type { ReactNode } from "react";

/** What a list shows when it has nothing: what would be here, why it is not, and the next action. */
export function EmptyState({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="rounded-surface border border-dashed border-line-strong px-6 py-10">
      <h2 className="text-lg font-semibold">{title}</h2>
      <div className="mt-2 max-w-[60ch] text-ink-2">{children}</div>
      {action ? <div className="mt-5 flex flex-wrap gap-3">{action}</div> : null}
    </div>
  );
}

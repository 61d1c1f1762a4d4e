import { FocusOnMount } from "./focus-on-mount.tsx";

/** One problem and the control it is about. `href` is `#id-of-the-control`. */
export type ErrorSummaryItem = { message: string; href?: string | undefined };

/**
 * Everything that is wrong with a form, on top of it, with links to the fields and the same words as beside them.
 * It takes the focus when it appears, so that it is read out and seen.
 */
export function ErrorSummary({
  title = "Something needs your attention",
  items,
}: {
  title?: string;
  items: ErrorSummaryItem[];
}) {
  if (items.length === 0) return null;
  return (
    <FocusOnMount>
      <div role="alert" className="rounded-surface border border-bad bg-bad-soft px-4 py-3">
        <h2 className="text-base font-semibold text-bad">{title}</h2>
        <ul className="mt-1 list-disc pl-5 text-sm">
          {items.map((item) => (
            <li key={`${item.href}${item.message}`}>
              {item.href ? (
                <a className="link inline-block min-h-6 align-top" href={item.href}>
                  {item.message}
                </a>
              ) : (
                item.message
              )}
            </li>
          ))}
        </ul>
      </div>
    </FocusOnMount>
  );
}

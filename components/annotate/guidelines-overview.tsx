import { buttonClasses } from "#components/ui/button-classes.ts";

/** The short overview, the list of pages, and the way into the first of them (or back to where somebody was). */
export function GuidelinesOverview({
  title,
  overview,
  aiUse,
  pages,
  resume,
}: {
  title: string;
  overview: readonly string[];
  aiUse: string;
  pages: readonly { href: string; label: string }[];
  /** Where to go back to when the guidelines are only looked up; null on the first reading. */
  resume: string | null;
}) {
  const first = pages[0];
  return (
    <>
      <h1 className="text-2xl">{title}</h1>
      <div className="prose-text mt-5">
        {overview.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>{aiUse}</p>
      </div>
      <h2 className="mt-8 text-lg">The pages</h2>
      <ol className="mt-2 list-decimal space-y-1 pl-6">
        {pages.map(({ href, label }) => (
          <li key={href}>
            <a className="link inline-block py-1" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ol>
      <div className="mt-8 flex flex-wrap gap-3">
        {resume ? (
          <a className={buttonClasses("primary")} href={resume}>
            Back to where I was
          </a>
        ) : null}
        {first ? (
          <a className={buttonClasses(resume ? "secondary" : "primary")} href={first.href}>
            Next: {first.label}
          </a>
        ) : null}
      </div>
    </>
  );
}

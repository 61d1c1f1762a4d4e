import { buttonClasses } from "#components/ui/button-classes.ts";

/** The ways on from a page of the guidelines: back, next, the button that ends the reading, or back to where one was. */
export function GuidelineFoot({
  back,
  next,
  finish,
  resume,
}: {
  back: { href: string; label: string };
  next: { href: string; label: string } | null;
  /** Address that takes the end of the first reading; null when the guidelines are only looked up. */
  finish: string | null;
  resume: string | null;
}) {
  return (
    <div className="mt-10 flex flex-wrap items-center gap-3 border-line border-t pt-6">
      {resume ? (
        <a className={buttonClasses("primary")} href={resume}>
          Back to where I was
        </a>
      ) : null}
      <a className={buttonClasses("secondary")} href={back.href}>
        Back<span className="sr-only">: {back.label}</span>
      </a>
      {next ? (
        <a className={buttonClasses(resume ? "secondary" : "primary")} href={next.href}>
          Next: {next.label}
        </a>
      ) : null}
      {!next && finish ? (
        <form method="post" action={finish}>
          <button type="submit" className={buttonClasses("primary")}>
            I have read the guidelines
          </button>
        </form>
      ) : null}
    </div>
  );
}

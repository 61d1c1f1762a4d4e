import { buttonClasses } from "#components/ui/button-classes.ts";
import { plural } from "#components/ui/format.ts";

/** What practice is for. Where no dimension of the study has a known rating there is only the way on. */
export function PracticeIntroduction({
  introduction,
  count,
  isBegun,
  next,
  finish,
}: {
  introduction: string;
  /** Dimensions that can be practised. */
  count: number;
  isBegun: boolean;
  /** The first dimension without an answer; null when all have one. */
  next: string | null;
  finish: string;
}) {
  return (
    <>
      <h1 className="text-2xl">One conversation to practise on</h1>
      <div className="prose-text mt-4">
        <p>{introduction}</p>
        <p>
          {count > 0
            ? `It has ${plural(count, "dimension")}, on the very form that you will work with. After each you see what careful annotators gave, and why. Nothing here counts, and nobody is turned away by it.`
            : "This study asks questions of its own, for which there are no practice ratings. You can go on to the conversations."}
        </p>
      </div>
      {next ? (
        <a className={`${buttonClasses("primary")} mt-8`} href={next}>
          {isBegun ? "Go on with the practice" : "Begin the practice"}
        </a>
      ) : (
        <form method="post" action={finish} className="mt-8">
          <button type="submit" className={buttonClasses("primary")}>
            Go on to the conversations
          </button>
        </form>
      )}
    </>
  );
}

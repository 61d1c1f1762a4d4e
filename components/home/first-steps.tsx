import { ButtonLink } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";

/** One step to a first result. `look` is where to see what came of it, for people whose role only reads. */
type Step = { title: string; about: string; do: Way; look: Way | null; isDone: boolean };
type Way = { href: string; label: string };

/** What is there already of one's own, the demo not counted. */
type Done = { hasEpisodes: boolean; hasStudies: boolean; hasSubmissions: boolean; hasAnalyses: boolean };

const STUDIES: Way = { href: "/studies", label: "Go to studies" };
const ANALYSES: Way = { href: "/analysis", label: "Go to analyses" };

const stepsOf = ({ hasEpisodes, hasStudies, hasSubmissions, hasAnalyses }: Done): Step[] => [
  {
    title: "Import episodes",
    about:
      "A JSON or JSONL file of SOTOPIA episodes, with or without profiles and judge ratings. Every line is accounted for.",
    do: { href: "/episodes/import", label: "Import a file" },
    look: { href: "/episodes", label: "Go to episodes" },
    isDone: hasEpisodes,
  },
  {
    title: "Design a study",
    about:
      "Choose the episodes, how many people rate each, and on which dimensions. See exactly what annotators will see.",
    do: { href: "/studies/new", label: "Design a study" },
    look: null,
    isDone: hasStudies,
  },
  {
    title: "Send the link and watch",
    about:
      "Annotators need no account. Ratings come with rationales and the turns they rest on, ready as CSV, JSON Lines or Parquet.",
    do: STUDIES,
    look: STUDIES,
    isDone: hasSubmissions,
  },
  {
    title: "Compare judge and people",
    about:
      "Whom does the judge overrate, on which dimension, and how sure is that? Published ratings can be imported, too.",
    do: ANALYSES,
    look: ANALYSES,
    isDone: hasAnalyses,
  },
];

/**
 * The four steps to a first result, the next one open with its button, those done marked in words. Who may only read
 * (`mayWrite` false) is led to what others made of each step.
 */
export function FirstSteps({ mayWrite, done }: { mayWrite: boolean; done: Done }) {
  const steps = stepsOf(done);
  const next = mayWrite ? steps.findIndex((step) => !step.isDone) : -1;
  return (
    <ol className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
      {steps.map((step, index) => (
        <li
          key={step.title}
          className={classNames(
            "flex flex-col items-start border-t-2 pt-4",
            index === next ? "border-accent" : "border-line-strong",
          )}
        >
          <p className="text-xs text-ink-2">
            Step {index + 1}
            {step.isDone ? " · done" : index === next ? " · next" : ""}
          </p>
          <h3 className="mt-1 text-base font-semibold">{step.title}</h3>
          <p className="mt-1 mb-4 text-sm text-ink-2">{step.about}</p>
          <StepButton way={mayWrite ? step.do : step.look} isNext={index === next} />
        </li>
      ))}
    </ol>
  );
}

function StepButton({ way, isNext }: { way: Way | null; isNext: boolean }) {
  if (!way) return null;
  return (
    <ButtonLink href={way.href} variant={isNext ? "primary" : "secondary"} size="sm" className="mt-auto">
      {way.label}
    </ButtonLink>
  );
}

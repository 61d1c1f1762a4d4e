import { ButtonLink } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";

/** One step to a first result. */
type Step = { title: string; about: string; href: string; action: string; isDone: boolean };

/** The four steps to a first result, the next one open with its button, those done marked in words. */
export function FirstSteps({
  hasEpisodes,
  hasStudies,
  hasSubmissions,
  hasAnalyses,
}: {
  hasEpisodes: boolean;
  hasStudies: boolean;
  hasSubmissions: boolean;
  hasAnalyses: boolean;
}) {
  const steps: Step[] = [
    {
      title: "Import episodes",
      about:
        "A JSON or JSONL file of SOTOPIA episodes, with or without profiles and judge ratings. Every line is accounted for.",
      href: "/episodes/import",
      action: "Import a file",
      isDone: hasEpisodes,
    },
    {
      title: "Design a study",
      about:
        "Choose the episodes, how many people rate each, and on which dimensions. See exactly what annotators will see.",
      href: "/studies/new",
      action: "Design a study",
      isDone: hasStudies,
    },
    {
      title: "Send the link and watch",
      about:
        "Annotators need no account. Ratings come with rationales and the turns they rest on, ready as CSV, JSON Lines or Parquet.",
      href: "/studies",
      action: "Go to studies",
      isDone: hasSubmissions,
    },
    {
      title: "Compare judge and people",
      about:
        "Whom does the judge overrate, on which dimension, and how sure is that? Published ratings can be imported, too.",
      href: "/analysis",
      action: "Go to analyses",
      isDone: hasAnalyses,
    },
  ];
  const next = steps.findIndex((step) => !step.isDone);
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
          <ButtonLink href={step.href} variant={index === next ? "primary" : "secondary"} size="sm" className="mt-auto">
            {step.action}
          </ButtonLink>
        </li>
      ))}
    </ol>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import { plural } from "#components/ui/format.ts";
import type { ItemWarnings, SelfNamingFinding, WarnedItem } from "#lib/domain/studies/item-warnings.ts";

/** The kinds of warning that name whole episodes. */
const KINDS = [
  {
    kind: "foreign",
    title: "whose stored prompt belongs to another one",
    about: "Their dialogue may not fit the scenario that is shown with it.",
  },
  {
    kind: "openConflicts",
    title: "with an undecided conflict",
    about: "The same id was imported with different contents. Decide on the episode’s page.",
  },
  {
    kind: "duplicates",
    title: "that may be in the study twice",
    about: "An annotator could meet the same conversation again.",
  },
] as const;

/** What the drawn episodes have in them that a researcher should know, kind by kind; nothing when there is nothing. */
export function ItemWarningList({ warnings }: { warnings: ItemWarnings }) {
  return (
    <div className="flex flex-col gap-3">
      <Warning
        count={warnings.selfNaming.length}
        title={`${plural(warnings.selfNaming.length, "place")} where an agent seems to name itself as a program`}
        about="Annotators could tell who is speaking. Read the places, and take such episodes out where it matters."
      >
        {warnings.selfNaming.map((finding) => (
          <SelfNaming key={`${finding.episodeId}-${finding.turn}-${finding.excerpt}`} finding={finding} />
        ))}
      </Warning>
      {KINDS.map(({ kind, title, about }) => (
        <Warning
          key={kind}
          count={warnings[kind].length}
          title={`${plural(warnings[kind].length, "episode")} ${title}`}
          about={about}
        >
          {warnings[kind].map((item) => (
            <Named key={item.episodeId} item={item} />
          ))}
        </Warning>
      ))}
    </div>
  );
}

function Warning(props: { count: number; title: string; about: string; children: ReactNode }) {
  if (props.count === 0) return null;
  return (
    <details className="rounded-surface border border-warn/60 bg-surface px-4 py-3">
      <summary className="text-sm font-semibold">{props.title}</summary>
      <p className="mt-2 text-sm text-ink-2">{props.about}</p>
      <ul className="mt-2 max-h-96 overflow-y-auto text-sm">{props.children}</ul>
    </details>
  );
}

function SelfNaming({ finding }: { finding: SelfNamingFinding }) {
  return (
    <li className="border-line border-t py-2">
      <Link className="link" href={`/episodes/${finding.episodeId}#turn-${finding.turn}`}>
        <bdi>{finding.label}</bdi>, turn {finding.turn}
      </Link>
      <p className="mt-0.5 font-text">
        “<bdi>{finding.excerpt}</bdi>”
      </p>
    </li>
  );
}

function Named({ item }: { item: WarnedItem }) {
  return (
    <li className="border-line border-t py-2">
      <Link className="link" href={`/episodes/${item.episodeId}`}>
        <bdi>{item.label}</bdi>
      </Link>{" "}
      <span className="font-mono text-xs text-ink-2">{item.sourceId}</span>
      {item.note ? <p className="mt-0.5 text-ink-2">{item.note}</p> : null}
    </li>
  );
}

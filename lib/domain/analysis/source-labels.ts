import { tellApart } from "#lib/domain/shared/tell-apart.ts";

/** Sources to choose from, the newest first; `createdAt` is ISO 8601, in UTC. */
export type NamedSources = {
  studies: readonly { id: string; name: string; createdAt: string }[];
  imports: readonly {
    id: string;
    fileName: string;
    createdAt: string;
    judges: readonly { key: string; name: string }[];
  }[];
  judges: readonly { key: string; name: string; judgments: number }[];
};

/** A judge to choose, with where its ratings come from. */
export type JudgeOption = { key: string; name: string; from: string };

/**
 * What each study and file is called where one is to be chosen, by id: “gpt4.csv”; where another one has its name, with when
 * it came, “gpt4.csv of 2026-03-04 09:15:30 UTC”; and the second of one moment with “(2)”.
 */
export function sourceLabels({ studies, imports }: Pick<NamedSources, "studies" | "imports">): Map<string, string> {
  const named = [...studies, ...imports.map((file) => ({ ...file, name: file.fileName }))];
  // The oldest first: whoever comes later takes the number, and nobody's changes.
  const oldestFirst = named.toReversed().toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  return tellApart(oldestFirst.map(({ id, name, createdAt }) => ({ id, name, hint: ` of ${momentWords(createdAt)}` })));
}

/** Judges of episodes and of imports together, each key once; two of one name are told apart by where they come from. */
export function judgeOptions(sources: NamedSources): JudgeOption[] {
  const labels = sourceLabels(sources);
  const all = [
    ...sources.judges.map(({ key, name, judgments }) => ({ key, name, from: `${judgments} judgments of episodes` })),
    ...sources.imports.flatMap(({ id, judges }) =>
      judges.map(({ key, name }) => ({ key, name, from: `in ${labels.get(id)}` })),
    ),
  ];
  const options = [...Map.groupBy(all, (judge) => judge.key)].map(([key, same]) => {
    return { key, name: same[0]?.name ?? "", from: [...new Set(same.map((judge) => judge.from))].join(", ") };
  });
  // By key, so that a judge keeps its number whatever is imported beside it.
  const byKey = options.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const names = tellApart(byKey.map(({ key, name, from }) => ({ id: key, name, hint: `, ${from}` })));
  return options.map((judge) => ({ ...judge, name: names.get(judge.key) ?? judge.name }));
}

function momentWords(iso: string): string {
  return `${iso.slice(0, 19).replace("T", " ")} UTC`;
}

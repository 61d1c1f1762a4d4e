import type { Metadata } from "next";
import { CharacterList } from "#components/scenarios/character-list.tsx";
import { ViewerText } from "#components/scenarios/viewer-text.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { plural } from "#components/ui/format.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { DemoTag, Tag } from "#components/ui/tag.tsx";
import { relationshipLabel } from "#lib/domain/scenarios/relationship.ts";
import { getScenario } from "#lib/operations/scenarios/get-scenario.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";

export const metadata: Metadata = { title: "Scenario" };

/** One scenario: the situation, both private goals, and who may be seated in it. */
export default async function ScenarioPage({ params }: { params: Promise<{ scenarioId: string }> }) {
  const actor = await requireUser();
  const { scenarioId } = await params;
  const scenario = await orNotFound(getScenario(actor, { scenarioId }));
  const count = scenario.episodeCount > 10_000 ? "More than 10,000 episodes" : plural(scenario.episodeCount, "episode");
  return (
    <article>
      <PageHeader
        parent={{ href: "/scenarios", label: "Scenarios" }}
        title={scenario.codename || scenario.sourceId}
        facts={
          <span className="flex flex-wrap items-center gap-2">
            {relationshipLabel(scenario.relationship)} · {count}
            {scenario.isHard ? <Tag>Hard</Tag> : null}
            {scenario.isDemo ? <DemoTag /> : null}
            {scenario.versions > 1 ? <Tag tone="warn">{scenario.versions} versions</Tag> : null}
            {scenario.isCurrent ? null : <Tag>Does not count</Tag>}
          </span>
        }
        actions={
          scenario.episodeCount > 0 ? (
            <ButtonLink href={`/episodes?scenarioId=${encodeURIComponent(scenario.sourceId)}`}>
              Show its episodes
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="max-w-4xl space-y-8">
        <ViewerText heading="The situation" text={scenario.scenario} seat={null} />
        <div className="grid gap-4 md:grid-cols-2">
          <ViewerText heading="Private goal of agent 1" text={scenario.goals[0] ?? ""} seat={1} />
          <ViewerText heading="Private goal of agent 2" text={scenario.goals[1] ?? ""} seat={2} />
        </div>
        <CharacterList combos={scenario.combos} characters={scenario.characters} />
        <section aria-labelledby="facts">
          <h2 id="facts" className="mb-2 text-lg">
            Facts
          </h2>
          <FactList
            facts={[
              { label: "Source id", value: <span className="font-mono text-xs">{scenario.sourceId}</span> },
              { label: "Source", value: scenario.source || "not stated" },
              { label: "Ages", value: scenario.ageConstraint ?? "any" },
              { label: "Occupations", value: scenario.occupationConstraint ?? "any" },
              { label: "Characters", value: scenario.agentConstraint ?? "any" },
            ]}
          />
        </section>
      </div>
    </article>
  );
}

import type { Metadata } from "next";
import { TextFontAhead } from "#app/fonts-ahead.tsx";
import { ConflictCallout } from "#components/episodes/conflict-callout.tsx";
import { DamageCallout } from "#components/episodes/damage-callout.tsx";
import { EpisodeRatings } from "#components/episodes/episode-ratings.tsx";
import { ProfilePair } from "#components/episodes/profile-pair.tsx";
import { PromptCallout } from "#components/episodes/prompt-callout.tsx";
import { Provenance } from "#components/episodes/provenance.tsx";
import { RelatedDialogues } from "#components/episodes/related-dialogues.tsx";
import { Transcript } from "#components/episodes/transcript.tsx";
import { plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { DemoTag, Tag } from "#components/ui/tag.tsx";
import { relationshipLabel } from "#lib/domain/scenarios/relationship.ts";
import { getEpisode } from "#lib/operations/episodes/get-episode.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { resolveConflictAction } from "../actions.ts";

type Props = { params: Promise<{ episodeId: string }> };

export const metadata: Metadata = { title: "Episode" };

/** One episode: who knew what, what was said, how it was rated, and where it came from. */
export default async function EpisodePage({ params }: Props) {
  const actor = await requireUser();
  const { episodeId } = await params;
  const view = await orNotFound(getEpisode(actor, { episodeId }));
  const { episode, document } = view;
  const [first, second] = document.agents;
  const names = { 1: first.name, 2: second.name };
  const isForeignText = episode.shape === "study-partial" && episode.promptMark === "foreign";
  return (
    <article>
      <TextFontAhead />
      <PageHeader
        parent={{ href: "/episodes", label: "Episodes" }}
        title={
          <>
            <bdi>{first.name}</bdi> and <bdi>{second.name}</bdi>
          </>
        }
        facts={<EpisodeFacts view={view} isForeignText={isForeignText} />}
      />
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="min-w-0 space-y-8">
          <div className="space-y-3 empty:hidden">
            <DamageCallout episodeId={episode.id} damage={view.damage} />
            <ConflictCallout
              episode={episode}
              others={view.versions}
              decide={actor.role === "analyst" ? undefined : resolveConflictAction}
            />
            <PromptCallout shape={episode.shape} mark={episode.promptMark} reason={episode.promptMarkReason} />
            <RelatedDialogues others={view.sameDialogue} />
          </div>
          <Situation view={view} isForeignText={isForeignText} />
          <ProfilePair agents={document.agents} policies={[episode.agent1Policy, episode.agent2Policy]} />
          <section aria-labelledby="transcript">
            <h2 id="transcript" className="mb-2 text-lg">
              What was said and done
            </h2>
            <Transcript turns={document.turns} names={names} />
            {view.facts.endReason ? (
              <p className="mt-3 text-sm text-ink-2">Why it ended, in the record’s words: {view.facts.endReason}</p>
            ) : null}
          </section>
          <section aria-labelledby="provenance">
            <h2 id="provenance" className="mb-2 text-lg">
              Where it came from
            </h2>
            <Provenance facts={episode} repairs={view.repairs} />
          </section>
        </div>
        <aside className="min-w-0 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
          <EpisodeRatings
            judgments={view.judgments}
            annotations={view.annotations}
            imported={view.imported}
            versions={view.versions.length + 1}
            gaps={view.facts.judgmentGaps}
            names={names}
          />
        </aside>
      </div>
    </article>
  );
}

type PartProps = {
  view: Awaited<ReturnType<typeof getEpisode>>;
  /** The text is that of another scenario, so the codename would not fit it. */
  isForeignText: boolean;
};

function EpisodeFacts({ view: { episode, scenarioId }, isForeignText }: PartProps) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <ScenarioName codename={isForeignText ? "" : episode.codename} scenarioId={isForeignText ? null : scenarioId} />
      <span aria-hidden="true">·</span>
      <span>{plural(episode.turnCount, "turn")}</span>
      {episode.isHard ? <Tag>Hard</Tag> : null}
      {episode.isDemo ? <DemoTag /> : null}
    </span>
  );
}

function Situation({ view: { episode, document, relationshipStory }, isForeignText }: PartProps) {
  return (
    <section aria-labelledby="situation">
      <h2 id="situation" className="text-xs font-semibold text-ink-2">
        {isForeignText ? "The situation, as the text has it" : "The situation"}
      </h2>
      <p className="mt-1.5 max-w-[68ch] font-text text-xl whitespace-pre-wrap">
        {document.scenario || "The record describes no situation."}
      </p>
      <p className="mt-3 max-w-[68ch] text-sm text-ink-2">
        <span className="font-semibold">Relationship:</span> {relationshipLabel(episode.relationship)}.
        {relationshipStory ? ` ${relationshipStory}` : ""}
      </p>
    </section>
  );
}

function ScenarioName({ codename, scenarioId }: { codename: string; scenarioId: string | null }) {
  if (!codename) return <span>Scenario not known</span>;
  if (!scenarioId) return <span>{codename}</span>;
  return (
    <Link href={`/scenarios/${scenarioId}`} className="link">
      {codename}
    </Link>
  );
}

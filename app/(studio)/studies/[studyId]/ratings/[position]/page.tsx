import { DamageCallout } from "#components/episodes/damage-callout.tsx";
import { Transcript } from "#components/episodes/transcript.tsx";
import { AnnotationList } from "#components/studies/ratings/annotation-list.tsx";
import { ItemDimension } from "#components/studies/ratings/item-dimension.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { canTakeStep } from "#lib/domain/studies/lifecycle.ts";
import type { ItemRatingsDetail } from "#lib/domain/studies/study-ratings.ts";
import { getItemRatings } from "#lib/operations/study-ratings/get-item-ratings.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { excludeAnnotationAction, includeAnnotationAction } from "../../actions.ts";
import { loadStudy } from "../../study.ts";

type Props = { params: Promise<{ studyId: string; position: string }> };

export async function generateMetadata({ params }: Props) {
  return { title: `Item ${(await params).position}` };
}

/** One item: its conversation, and beside it what every annotator gave, why, and from which turns. */
export default async function ItemRatingsPage({ params }: Props) {
  const { studyId, position } = await params;
  const { actor, study } = await loadStudy(studyId);
  const given = /^\d{1,6}$/.test(position) ? Number(position) : 1_000_000;
  const item = await orNotFound(getItemRatings(actor, { studyId, position: given }));
  const [first, second] = item.document.agents;
  const names = { 1: first.name, 2: second.name };
  const { turns } = item.document;
  return (
    <>
      <ItemHead studyId={studyId} item={item} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <section
          aria-label="Conversation"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
          tabIndex={0}
          className="min-w-0 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-y-auto"
        >
          <div className="mb-4 empty:hidden">
            <DamageCallout episodeId={item.episodeId} damage={item.damage} />
          </div>
          <p className="prose-text mb-4" dir="auto">
            {item.document.scenario}
          </p>
          <Transcript turns={turns} names={names} />
        </section>
        <div className="min-w-0">
          <AnnotationList
            annotations={item.annotations}
            canExclude={can(actor, "annotations.exclude")}
            canReplace={canTakeStep(study.state, "extend")}
            exclude={excludeAnnotationAction}
            include={includeAnnotationAction}
          />
          {item.annotations.length > 0 ? (
            <div className="mt-6">
              {study.design.dimensions.map((dimension) => (
                <ItemDimension
                  key={dimension.id}
                  dimension={dimension}
                  names={names}
                  annotations={item.annotations}
                  turns={turns}
                />
              ))}
            </div>
          ) : (
            <p className="text-ink-2">Nobody has submitted ratings of this item yet.</p>
          )}
        </div>
      </div>
    </>
  );
}

function ItemHead({ studyId, item }: { studyId: string; item: ItemRatingsDetail }) {
  const base = `/studies/${studyId}/ratings`;
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-3">
      <div>
        <Link href={base} className="text-sm text-ink-2 hover:underline">
          ‹ All ratings
        </Link>
        <h2 className="text-xl">
          Item {item.position}: <bdi>{item.agentNames[0]}</bdi> and <bdi>{item.agentNames[1]}</bdi>
        </h2>
        <p className="text-sm text-ink-2">
          {plural(item.annotations.length, "annotation")} ·{" "}
          <Link className="link" href={`/episodes/${item.episodeId}`}>
            The episode
          </Link>
        </p>
      </div>
      <div className="flex gap-2">
        {item.previousPosition === null ? null : (
          <ButtonLink size="sm" href={`${base}/${item.previousPosition}`}>
            Previous item
          </ButtonLink>
        )}
        {item.nextPosition === null ? null : (
          <ButtonLink size="sm" href={`${base}/${item.nextPosition}`}>
            Next item
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

import type { Metadata } from "next";
import { EpisodeFilterBar } from "#components/episodes/episode-filter-bar.tsx";
import { EpisodeTable } from "#components/episodes/episode-table.tsx";
import { filterWords } from "#components/episodes/filter-words.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatInteger, plural } from "#components/ui/format.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import {
  type EpisodeFilter,
  type EpisodePage,
  episodeQuery,
  isEmptyFilter,
  parseEpisodeFilter,
  parseEpisodePage,
  type QueryValues,
} from "#lib/domain/episodes/filter.ts";
import { listEpisodes } from "#lib/operations/episodes/list-episodes.ts";
import { listFilterOptions } from "#lib/operations/episodes/list-filter-options.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";

export const metadata: Metadata = { title: "Episodes" };

function hrefOf(filter: EpisodeFilter, page: Partial<EpisodePage>): string {
  const query = episodeQuery(filter, page).toString();
  return query ? `/episodes?${query}` : "/episodes";
}

function countWords(count: number, isCapped: boolean): string {
  return isCapped ? `More than ${formatInteger(count)} episodes` : plural(count, "episode");
}

/** Finds episodes: conditions in the address, page by page, with an honest count. */
export default async function EpisodesPage({ searchParams }: { searchParams: Promise<QueryValues> }) {
  const actor = await requireUser();
  const query = await searchParams;
  const filter = parseEpisodeFilter(query);
  const page = parseEpisodePage(query);
  const [list, choices] = await Promise.all([
    orNotFound(listEpisodes(actor, { filter, ...page })),
    listFilterOptions(actor, {}),
  ]);
  const isEmpty = isEmptyFilter(filter);
  const words = filterWords(filter);
  const isAlmostNothing = isEmpty && list.count === 0;
  return (
    <>
      <PageHeader
        title="Episodes"
        facts={
          isAlmostNothing
            ? "Nothing has been imported yet."
            : `${countWords(list.count, list.isCountCapped)}${words ? ` ${words}` : ""}.`
        }
        actions={
          actor.role === "analyst" ? undefined : (
            <ButtonLink href="/episodes/import" variant="primary">
              Import episodes
            </ButtonLink>
          )
        }
      />
      {isAlmostNothing ? (
        <NothingYet mayImport={actor.role !== "analyst"} />
      ) : (
        <>
          <EpisodeFilterBar
            key={hrefOf(filter, { sort: page.sort })}
            filter={filter}
            sort={page.sort}
            choices={choices}
          />
          {list.episodes.length > 0 ? (
            <EpisodeTable rows={list.episodes} />
          ) : (
            <EmptyState title="No episode fits" action={<ButtonLink href="/episodes">Show all episodes</ButtonLink>}>
              <p>There is no episode {words || "on this page"}. Take a condition away, or clear them all.</p>
            </EmptyState>
          )}
          <Pager
            firstHref={page.after || page.before ? hrefOf(filter, { sort: page.sort }) : null}
            previousHref={list.previous ? hrefOf(filter, { sort: page.sort, before: list.previous }) : null}
            nextHref={list.next ? hrefOf(filter, { sort: page.sort, after: list.next }) : null}
          />
        </>
      )}
    </>
  );
}

function NothingYet({ mayImport }: { mayImport: boolean }) {
  return (
    <EmptyState
      title="Episodes come from files"
      action={
        mayImport ? (
          <ButtonLink href="/episodes/import" variant="primary">
            Import episodes
          </ButtonLink>
        ) : undefined
      }
    >
      <p>
        An episode is one finished dialogue of two agents in a scenario. Import a JSON or JSON Lines file of SOTOPIA
        episodes; then you can read and filter them here and choose some for a study.
      </p>
    </EmptyState>
  );
}

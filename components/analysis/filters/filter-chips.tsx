"use client";
import type { MouseEvent } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { FILTER_PARAMETERS } from "#lib/domain/analysis/filter-changes.ts";
import { viewNameOf } from "#lib/domain/analysis/findings/views.ts";
import type { AskAhead } from "../live/use-ask-ahead.ts";
import { useFilteredAnalysis } from "./filter-context.tsx";
import { choiceWords, chosenOf, clearFilters, type FilterField, queryOf, turn } from "./filter-fields.ts";

type Props = {
  /** The filters that are turned away from the question. */
  fields: readonly FilterField[];
  search: URLSearchParams;
  path: string;
  ahead: AskAhead;
  /** Goes to an address without loading the page anew. */
  onGo: (search: URLSearchParams) => void;
};

const CHIP =
  "inline-flex min-h-8 max-w-full items-center gap-2 rounded-full border border-line bg-sunken px-3 py-1 text-sm text-ink hover:border-line-strong";

/** The filters that are on, each with a way to take it off; all of them off; or saved for good. */
export function FilterChips({ fields, search, path, ahead, onGo }: Props) {
  const { save } = useFilteredAnalysis();
  const linkTo = (owner: string, next: URLSearchParams) => ({
    ...ahead(`chip ${owner}`, () => [next]),
    href: `${path}${queryOf(next)}`,
    scroll: false,
    onClick: (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      onGo(next);
    },
  });
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
      <ul aria-label="Filters that are not saved" className="flex min-w-0 flex-wrap gap-2">
        {fields.map((field) => (
          <li key={field.name} className="min-w-0 max-w-full">
            <Link {...linkTo(field.name, turn(search, field, field.own))} className={CHIP}>
              <span className="truncate">
                {field.label}: <bdi>{choiceWords(field, chosenOf(field, search))}</bdi>
              </span>
              <span aria-hidden="true">×</span>
              <span className="sr-only">, take off</span>
            </Link>
          </li>
        ))}
      </ul>
      <Link {...linkTo("", clearFilters(search))} className="link text-sm">
        Clear filters
      </Link>
      {save ? <SaveFilters search={search} path={path} /> : null}
    </div>
  );
}

function SaveFilters({ search, path }: Pick<Props, "search" | "path">) {
  const { analysisId, version, save } = useFilteredAnalysis();
  if (!save) return null;
  const view = viewNameOf(path.split("/").at(-1) ?? "") ?? "overview";
  const fields = { analysisId, version: String(version), view, dimension: search.get("dimension") ?? "" };
  return (
    <ActionForm
      key={search.toString()}
      send={save}
      fields={fields}
      label="Save these filters as a new version"
      pendingLabel="Saving…"
      variant="quiet"
      size="sm"
      inRow
    >
      {FILTER_PARAMETERS.flatMap((name) =>
        search.getAll(name).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
    </ActionForm>
  );
}

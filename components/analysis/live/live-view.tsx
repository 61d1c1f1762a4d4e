"use client";
import { useSearchParams } from "next/navigation";
import {
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { Button } from "#components/ui/button.tsx";
import { filterQueryOf } from "#lib/domain/analysis/filter-changes.ts";
import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";
import { readSearch, useAddressQuery } from "../frame/address-choice.ts";
import { askAtOnce } from "./ask-at-once.ts";
import { AskedView } from "./asked-view.ts";
import type { ShownView } from "./view-answer.ts";

/** How often intervals that are still being computed are asked for. */
const PENDING_MS = 1_000;

const Context = createContext<AskedView<ViewName> | null>(null);

type Props<Name extends ViewName> = { analysisId: string; view: Name; given: ShownView<Name>; children: ReactNode };

/**
 * Holds the view of a page while filters change: the server renders the first answer, and each further one is asked for by
 * itself, since a page around it takes longer than its numbers. What is shown follows the address, also on the way back.
 */
export function LiveView<Name extends ViewName>({ analysisId, view, given, children }: Props<Name>) {
  const [asked] = useState(
    () => new AskedView<Name>(given, (...asking) => askAtOnce({ analysisId, view }, ...asking), Date.now),
  );
  useEffect(() => asked.receive(given), [asked, given]);
  useEffect(() => () => asked.stopAhead(), [asked]);
  return <Context value={asked as unknown as AskedView<ViewName>}>{children}</Context>;
}

/** The view that filters of this page ask for. Throws outside of a {@link LiveView}. */
export function useAsked(): AskedView<ViewName> {
  const asked = useContext(Context);
  if (!asked) throw new Error("This stands inside a LiveView.");
  return asked;
}

function useAskedState() {
  const asked = useAsked();
  return useSyncExternalStore(asked.follow, asked.state, asked.state);
}

/** Asks for what an address shows, and whether the screen still shows what was before. */
export function useLiveFilters(): { ask: (search: URLSearchParams) => void; isAsking: boolean } {
  const asked = useAsked();
  const { shown, wanted, problem } = useAskedState();
  const ask = (search: URLSearchParams) => asked.want(filterQueryOf(readSearch(search)));
  return { ask, isAsking: wanted !== shown.query && problem === null };
}

/**
 * The filters and the version that belong to the numbers on the screen, which follow those of the address as the answer
 * comes; those of the address itself where nothing is asked for live.
 */
export function useShownSearch(): URLSearchParams {
  const asked = useContext(Context);
  const address = useSearchParams();
  const state = useSyncExternalStore(asked?.follow ?? followNothing, asked?.state ?? nothing, asked?.state ?? nothing);
  const query = state?.shown.query;
  return useMemo(
    () => (query === undefined ? new URLSearchParams(address ?? "") : new URLSearchParams(query)),
    [query, address],
  );
}

const followNothing = () => () => {};
const nothing = () => null;

type BodyProps<Name extends ViewName> = { analysisId: string; finding: Findings[Name] };

/** Draws what the view finds under the filters of the address, with whatever else it is given. */
export function LiveBody<Name extends ViewName, Extra extends object>({
  Body,
  analysisId,
  extra,
}: {
  Body: ComponentType<BodyProps<Name> & Extra>;
  analysisId: string;
  extra?: Extra;
}) {
  const asked = useAsked();
  const { shown } = useAskedState();
  const query = filterQueryOf(readSearch(new URLSearchParams(useAddressQuery())));
  // Going back and forward turns filters too. The address may have gone on since this was drawn.
  useEffect(() => {
    if (query === filterQueryOf(readSearch(new URLSearchParams(window.location.search)))) asked.want(query);
  }, [asked, query]);
  const finding = shown.finding as Findings[Name];
  return useMemo(
    () => <Body {...(extra as Extra)} analysisId={analysisId} finding={finding} />,
    [Body, extra, analysisId, finding],
  );
}

/** Says above a view that intervals are still being computed, and asks for them; or why there is no answer. */
export function LiveNote() {
  const asked = useAsked();
  const { shown, wanted, problem } = useAskedState();
  const isPending = shown.isPending && wanted === shown.query;
  const pendingQuery = isPending ? shown.query : null;
  useEffect(() => {
    if (pendingQuery === null) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && navigator.onLine) asked.askAgain();
    }, PENDING_MS);
    return () => clearInterval(timer);
  }, [asked, pendingQuery]);
  if (problem !== null && wanted !== shown.query)
    return (
      <div role="alert" className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-bad">
        <p>{problem}</p>
        <Button size="sm" onClick={() => asked.askAgain()}>
          Ask again
        </Button>
      </div>
    );
  return isPending ? (
    <p role="status" className="mb-4 text-sm text-ink-2">
      Some intervals are still being computed; they appear by themselves.
    </p>
  ) : null;
}

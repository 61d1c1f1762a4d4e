"use client";
import { useSearchParams } from "next/navigation";
import { useSyncExternalStore } from "react";
import type { ReadAddress } from "#lib/domain/analysis/filter-changes.ts";

/** Said to all who follow a choice; the router itself may not be listening yet when the first choice is made. */
const CHANGED = "studio:address";

function follow(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener("popstate", onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener("popstate", onChange);
  };
}

/** What the address says under a name, followed while it changes; null for nothing. */
export function useAddressChoice(name: string): string | null {
  const onServer = useSearchParams().get(name);
  const read = () => new URLSearchParams(window.location.search).get(name);
  return useSyncExternalStore(follow, read, () => onServer);
}

/** The whole query of the address, followed while it changes. */
export function useAddressQuery(): string {
  const onServer = useSearchParams().toString();
  return useSyncExternalStore(
    follow,
    () => window.location.search.slice(1),
    () => onServer,
  );
}

/** Reads an address as the domain does: all values under a name. */
export function readSearch(search: URLSearchParams): ReadAddress {
  return (name) => search.getAll(name);
}

/** The query of an address with another value under a name, without the name where the value is empty; the rest stays. */
export function queryWith(search: URLSearchParams, name: string, value: string): string {
  const parameters = new URLSearchParams(search);
  if (value) parameters.set(name, value);
  else parameters.delete(name);
  return `?${parameters}`;
}

/** Chooses without asking the server: a view holds what can be chosen. */
export function chooseInAddress(name: string, value: string): void {
  window.history.replaceState(null, "", queryWith(new URLSearchParams(window.location.search), name, value));
  window.dispatchEvent(new Event(CHANGED));
}

/** Goes to another query of the page, one step that can be taken back, without asking the server for the page. */
export function goToQuery(href: string): void {
  window.history.pushState(null, "", href);
  window.dispatchEvent(new Event(CHANGED));
}

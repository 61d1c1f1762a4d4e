import type { Metadata } from "next";
import { NoEntry } from "#components/annotate/no-entry.tsx";
import { NO_ENTRY_REASONS } from "../visit-paths.ts";

export const metadata: Metadata = { title: "The study could not be opened" };

/** Says why the study did not open, and what to do. */
export default async function NoEntryPage({ searchParams }: { searchParams: Promise<{ why?: string }> }) {
  const { why } = await searchParams;
  return <NoEntry why={NO_ENTRY_REASONS.find((reason) => reason === why) ?? "visit"} />;
}

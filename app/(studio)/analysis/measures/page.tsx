import type { Metadata } from "next";
import { MeasureList } from "#components/analysis/measures/measure-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { MEASURE_GROUPS } from "#lib/domain/statistics/measure-cards.ts";
import { requireUser } from "#lib/web/current-actor.ts";

export const metadata: Metadata = { title: "Measures" };

/** What every measure of an analysis says, for whoever meets it in a figure, a table or a file. */
export default async function MeasuresPage() {
  await requireUser();
  return (
    <>
      <PageHeader
        title="What the measures say"
        parent={{ href: "/analysis", label: "Analysis" }}
        facts="Each answers one question. A test works every example on this page."
      />
      <div className="flex flex-col gap-10">
        {MEASURE_GROUPS.map(({ title, cards }) => (
          <MeasureList key={title} title={title} cards={cards} />
        ))}
      </div>
    </>
  );
}

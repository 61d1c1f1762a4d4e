import type { Metadata } from "next";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireUser } from "#lib/web/current-actor.ts";
import { requirePermission } from "#lib/web/require-permission.ts";
import { createAnalysisAction } from "../actions.ts";
import { QuestionPage, type Search } from "../question-page.tsx";

export const metadata: Metadata = { title: "New analysis" };

/** Asks a new question of the ratings. */
export default async function NewAnalysisPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireUser();
  requirePermission(actor, "analyses.write");
  return (
    <>
      <PageHeader
        title="New analysis"
        parent={{ href: "/analysis", label: "Analysis" }}
        facts="One question to the ratings. It is saved with everything that decides its numbers."
      />
      <QuestionPage
        actor={actor}
        search={await searchParams}
        path="/analysis/new"
        send={createAnalysisAction}
        submitLabel="Save and show"
      />
    </>
  );
}

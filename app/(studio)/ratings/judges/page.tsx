import type { Metadata } from "next";
import { JudgeTable } from "#components/ratings/judge-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { listJudges } from "#lib/operations/judges/list-judges.ts";
import { requireUser } from "#lib/web/current-actor.ts";
import { nameJudgeVersionAction } from "../actions.ts";

export const metadata: Metadata = { title: "Judges" };

/** The judges whose ratings are here, and of which version each is. */
export default async function JudgesPage() {
  const actor = await requireUser();
  const { judges } = await listJudges(actor, {});
  return (
    <>
      <PageHeader
        parent={{ href: "/ratings", label: "Ratings" }}
        title="Judges"
        facts="Each version of a judge errs in its own way, so two versions are two judges. Where neither episodes nor files tell the version, say it here."
      />
      {judges.length > 0 ? (
        <JudgeTable judges={judges} name={can(actor, "ratings.import") ? nameJudgeVersionAction : undefined} />
      ) : (
        <EmptyState title="No judges yet">
          <p>They come with episodes that a model has rated, or in files of ratings.</p>
        </EmptyState>
      )}
    </>
  );
}

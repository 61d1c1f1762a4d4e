import type { ReactNode } from "react";
import { StateTag } from "#components/studies/state-tag.tsx";
import { StudyActions } from "#components/studies/study-actions.tsx";
import { StudyTabs } from "#components/studies/study-tabs.tsx";
import { KIND_WORDS, PANEL_WORDS } from "#components/studies/study-words.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { DemoTag } from "#components/ui/tag.tsx";
import { can } from "#lib/domain/access/permissions.ts";
import { closeStudyAction, pauseStudyAction, resumeStudyAction } from "./actions.ts";
import { loadStudy, type StudyParams } from "./study.ts";

/** The head of every page of one study: its name, where it stands, what can be done with it, and its tabs. */
export default async function StudyLayout({ params, children }: StudyParams & { children: ReactNode }) {
  const { actor, study } = await loadStudy((await params).studyId);
  const { name, kind, panelKind } = study.design;
  return (
    <>
      <PageHeader
        title={name}
        parent={{ href: "/studies", label: "Studies" }}
        facts={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <StateTag state={study.state} />
            {study.isDemo ? <DemoTag /> : null}
            <span>
              {KIND_WORDS[kind]} · annotators come {PANEL_WORDS[panelKind]}
              {study.launchedAt ? (
                <>
                  {" "}
                  · launched <RelativeTime at={study.launchedAt} />
                </>
              ) : null}
              {study.closedAt ? (
                <>
                  {" "}
                  · closed <RelativeTime at={study.closedAt} />
                </>
              ) : null}
            </span>
          </span>
        }
        actions={
          can(actor, "studies.launch") ? (
            <StudyActions
              studyId={study.id}
              state={study.state}
              pause={pauseStudyAction}
              resume={resumeStudyAction}
              close={closeStudyAction}
            />
          ) : null
        }
      />
      <StudyTabs studyId={study.id} isDraft={study.state === "draft"} canWrite={can(actor, "studies.write")} />
      {children}
    </>
  );
}

import { DraftPage } from "./draft-page.tsx";
import { MonitorPage } from "./monitor-page.tsx";
import { loadStudy, type StudyParams } from "./study.ts";

type Props = StudyParams & { searchParams: Promise<{ unknown?: string }> };

export async function generateMetadata({ params }: StudyParams) {
  return { title: (await loadStudy((await params).studyId)).study.design.name };
}

/** What a study needs before launch while it is a draft, how it goes once it is launched. */
export default async function StudyPage({ params, searchParams }: Props) {
  const { actor, study } = await loadStudy((await params).studyId);
  if (study.state !== "draft") return <MonitorPage actor={actor} study={study} />;
  const unknown = Number((await searchParams).unknown ?? 0);
  return <DraftPage actor={actor} study={study} unknownCount={Number.isInteger(unknown) ? unknown : 0} />;
}

import { LeaderboardView } from "#components/analysis/leaderboard/leaderboard-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "leaderboard" of an analysis. */
export default async function Page(props: ViewProps) {
  return <ViewPage {...(await loadView(props, "leaderboard"))} Body={LeaderboardView} />;
}

import { LeaderboardView } from "#components/analysis/leaderboard/leaderboard-view.tsx";
import { loadView, type ViewProps } from "../analysis.ts";
import { ViewPage } from "../view-page.tsx";

/** View "leaderboard" of an analysis. */
export default async function Page(props: ViewProps) {
  const { finding, ...rest } = await loadView(props, "leaderboard");
  return (
    <ViewPage {...rest}>
      <LeaderboardView finding={finding} />
    </ViewPage>
  );
}

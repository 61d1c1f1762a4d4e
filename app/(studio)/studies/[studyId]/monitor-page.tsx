import { TextFontAhead } from "#app/fonts-ahead.tsx";
import { EntryLink } from "#components/studies/entry-link.tsx";
import { LinksStayHere } from "#components/studies/links-stay-here.tsx";
import { Arrivals, RunningLeases } from "#components/studies/monitor/people-tables.tsx";
import { ProgressLead } from "#components/studies/monitor/progress-lead.tsx";
import { Skips } from "#components/studies/monitor/skips.tsx";
import { TimeAndPay } from "#components/studies/monitor/time-and-pay.tsx";
import { PersonalLinks } from "#components/studies/personal-links.tsx";
import { LiveRefresh } from "#components/ui/live-refresh.tsx";
import { listPersonalLinks } from "#lib/operations/personal-links/list-personal-links.ts";
import { getStudyProgress } from "#lib/operations/studies/get-study-progress.ts";
import { addressOf, linksStayHere } from "#lib/web/address-of.ts";
import { createLinksForPassedAction, createPersonalLinksAction, revokePersonalLinkAction } from "./actions.ts";
import type { loadStudy } from "./study.ts";

type Props = Awaited<ReturnType<typeof loadStudy>>;

/** A launched study: how far it is, who is at work, how arrivals ended, what time and pay come to. */
export async function MonitorPage({ actor, study }: Props) {
  const { progress } = await getStudyProgress(actor, { studyId: study.id });
  const { rewardMinor, currency } = study.design;
  // Before the first arrival the way in is what matters; later it gives place to what happens.
  const wayIn = study.entryToken ? (
    <div className="flex flex-col gap-4">
      {linksStayHere() && study.state !== "closed" ? <LinksStayHere address={addressOf("")} /> : null}
      <WayIn actor={actor} study={study} entryToken={study.entryToken} />
    </div>
  ) : null;
  return (
    <div className="flex flex-col gap-10">
      {study.state === "closed" ? null : <LiveRefresh />}
      <TextFontAhead />
      <ProgressLead progress={progress} />
      {progress.arrivals.total === 0 ? wayIn : null}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <RunningLeases leases={progress.leases} atWork={progress.atWork} />
        <Arrivals arrivals={progress.arrivals} />
        <TimeAndPay progress={progress} reward={rewardMinor === null ? null : { minor: rewardMinor, currency }} />
        <Skips skips={progress.skips} />
      </div>
      {progress.arrivals.total > 0 ? wayIn : null}
    </div>
  );
}

/** How annotators get in: personal links, or the one link that a panel is given. */
async function WayIn({ actor, study, entryToken }: Props & { entryToken: string }) {
  const entry = addressOf(`/annotate/${entryToken}`);
  if (study.design.panelKind === "none") {
    const { links, passedWithoutLink } = await listPersonalLinks(actor, { studyId: study.id });
    return (
      <PersonalLinks
        studyId={study.id}
        links={links.map((link) => ({ ...link, url: `${entry}?link=${encodeURIComponent(link.token)}` }))}
        isOpen={study.state !== "closed"}
        pilot={study.pilot && passedWithoutLink !== null ? { ...study.pilot, withoutLink: passedWithoutLink } : null}
        create={study.pilot ? createLinksForPassedAction : createPersonalLinksAction}
        revoke={revokePersonalLinkAction}
      />
    );
  }
  const ids = "?PROLIFIC_PID={{%PROLIFIC_PID%}}&STUDY_ID={{%STUDY_ID%}}&SESSION_ID={{%SESSION_ID%}}";
  const note =
    study.design.panelKind === "prolific"
      ? "Paste this as the study’s URL at Prolific; it fills in the three ids for each person."
      : "Give this to the panel, with its own ids of the person, the study and the visit in the three places.";
  return <EntryLink url={`${entry}${ids}`} note={note} />;
}

import { TextFontAhead } from "#app/fonts-ahead.tsx";
import { DatabaseNote } from "#components/home/database-note.tsx";
import { DemoNotice } from "#components/home/demo-notice.tsx";
import { FirstSteps } from "#components/home/first-steps.tsx";
import { Landing } from "#components/home/landing.tsx";
import { StudyProgressList } from "#components/home/study-progress-list.tsx";
import { LeaveFrame } from "#components/layout/leave-frame.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { formatInteger, plural } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { ANONYMOUS } from "#lib/domain/access/actor.ts";
import { can } from "#lib/domain/access/permissions.ts";
import { getOverview, type Home } from "#lib/operations/home/get-overview.ts";
import { getSignInFacts } from "#lib/operations/sessions/get-sign-in-facts.ts";
import { getCurrentActor } from "#lib/web/current-actor.ts";
import { closeDatabaseNoteAction } from "./close-database-note-action.ts";
import { removeDemoAction } from "./remove-demo-action.ts";

/** The start: what this is for a stranger; what is running, what needs somebody and what comes first for a user. */
export default async function HomePage() {
  const actor = await getCurrentActor();
  if (actor.kind !== "user") return <Strangers />;
  const home = await getOverview(actor, {});
  const isNew = !home.hasOwnEpisodes || !home.hasOwnStudies || !home.hasSubmissions || !home.hasOwnAnalyses;
  const mayWrite = can(actor, "episodes.import");
  return (
    <>
      <TextFontAhead />
      <div className="flex flex-col gap-10">
        <header>
          <h1 className="text-2xl">Human evaluation of social dialogue</h1>
          <p className="mt-2 max-w-[68ch] font-text text-xl text-ink-2">
            Import episodes, let people rate them on the dimensions of SOTOPIA-EVAL, and see how far a judge can be
            trusted.
          </p>
        </header>
        {home.showsDatabaseNote ? <DatabaseNote close={closeDatabaseNoteAction} /> : null}
        <NeedsYou home={home} />
        {isNew ? (
          <section aria-labelledby="first-steps">
            <div className="mb-4">
              <h2 id="first-steps" className="text-lg font-semibold">
                To a first result
              </h2>
              {mayWrite ? null : (
                <p className="text-sm text-ink-2">Researchers do these steps; your role reads what comes of them.</p>
              )}
            </div>
            <FirstSteps
              mayWrite={mayWrite}
              done={{
                hasEpisodes: home.hasOwnEpisodes,
                hasStudies: home.hasOwnStudies,
                hasSubmissions: home.hasSubmissions,
                hasAnalyses: home.hasOwnAnalyses,
              }}
            />
          </section>
        ) : null}
        <Studies home={home} />
        {home.hasDemo ? <DemoNotice action={can(actor, "demo.remove") ? removeDemoAction : null} /> : null}
      </div>
    </>
  );
}

async function Strangers() {
  return (
    <>
      <LeaveFrame />
      <Landing {...(await getSignInFacts(ANONYMOUS, {}))} />
    </>
  );
}

function NeedsYou({ home }: { home: Home }) {
  if (home.openConflicts === 0 && home.runningImports.length === 0) return null;
  return (
    <section aria-label="Now" className="flex flex-col gap-3">
      {home.openConflicts > 0 ? (
        <Callout
          tone="warn"
          title={`${plural(home.openConflicts, "episode")} came under an id that another content already has`}
        >
          Both contents are kept.{" "}
          <Link className="link" href="/episodes?conflict=open">
            Choose which one counts
          </Link>
        </Callout>
      ) : null}
      {home.runningImports.map((run) => (
        <Link
          key={run.id}
          href={`/episodes/imports/${run.id}`}
          className="rounded-surface border border-line bg-surface px-4 py-3 hover:bg-sunken"
        >
          <p className="mb-2 text-sm">
            Importing <span className="font-medium">{run.fileName}</span> · {formatInteger(run.rowsDone)} rows
          </p>
          <Progress value={run.bytesDone} max={run.bytes} label={`Import of ${run.fileName}`} />
        </Link>
      ))}
    </section>
  );
}

function Studies({ home }: { home: Home }) {
  if (home.studies.length === 0) return null;
  return (
    <section aria-labelledby="studies">
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id="studies" className="text-lg font-semibold">
          Studies
        </h2>
        <Link href="/studies" className="link text-sm">
          All studies
        </Link>
      </div>
      <StudyProgressList studies={home.studies} />
    </section>
  );
}

import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireUser } from "#lib/web/current-actor.ts";

export const metadata: Metadata = { title: "Move to PostgreSQL" };

/** How the embedded database is moved to a server, for whoever runs the app or asks somebody to. */
export default async function MoveDatabasePage() {
  await requireUser();
  return (
    <>
      <PageHeader
        title="Move to PostgreSQL"
        parent={{ href: "/", label: "Home" }}
        facts="For whoever runs the app: it is done at the machine, not in the browser."
      />
      <div className="prose-text max-w-[68ch]">
        <p>
          The embedded database runs in one process on one machine. That is plenty for a lab’s studies. For a few dozen
          annotators at once, or web servers on several machines, use a PostgreSQL server. Everything comes along:
          accounts, studies, links that are out, ratings, files’ reports, the audit log.
        </p>
      </div>
      <ol className="mt-6 flex max-w-[68ch] flex-col gap-5">
        <Step title="Stop the app and keep a copy of its data folder">
          Annotators who write meanwhile keep their words in their browser and go on afterwards.
        </Step>
        <Step title="Create an empty database on the server" command="createdb studio" />
        <Step
          title="Copy everything over"
          command="npm run move-database -- postgresql://user:password@host:5432/studio"
        >
          It compares rows and contents before it keeps anything, and leaves the embedded database as it was.
        </Step>
        <Step
          title="Name the new database in the settings, and start"
          command="DATABASE_URL=postgresql://user:password@host:5432/studio"
        >
          In the file .env. Keep the data folder: its signing key makes sessions and personal links hold.
        </Step>
      </ol>
      <p className="mt-6 max-w-[68ch] text-sm text-ink-2">
        More on databases, backups and several machines stands in docs/guide-operator.md.
      </p>
    </>
  );
}

function Step({ title, command, children }: { title: string; command?: string; children?: ReactNode }) {
  return (
    <li className="list-inside list-decimal">
      <span className="font-semibold">{title}</span>
      {command ? (
        <code className="mt-2 block rounded-control border border-line bg-sunken px-3 py-2 text-sm [overflow-wrap:anywhere]">
          {command}
        </code>
      ) : null}
      {children ? <p className="mt-1.5 text-sm text-ink-2">{children}</p> : null}
    </li>
  );
}

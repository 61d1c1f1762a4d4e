import { ActionForm } from "#components/forms/action-form.tsx";
import type { SendForm } from "#components/forms/form-values.ts";
import { Callout } from "#components/ui/callout.tsx";
import { Link } from "#components/ui/link.tsx";

/** Says what the embedded database is made for, and how to outgrow it. `close` puts the note away for this person. */
export function DatabaseNote({ close }: { close: SendForm }) {
  return (
    <Callout title="Embedded database: one machine">
      <p className="max-w-[70ch]">
        Several people work here now. Move to PostgreSQL before a crowd comes; it is one command, and nothing is lost.{" "}
        <Link className="link" href="/help/database">
          How to move
        </Link>
      </p>
      <div className="mt-3">
        <ActionForm send={close} fields={{}} label="Do not show this again" pendingLabel="One moment…" size="sm" />
      </div>
    </Callout>
  );
}

import type { SendForm } from "#components/forms/form-values.ts";
import { plural } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { Role } from "#lib/domain/access/roles.ts";
import { PersonControls } from "./person-controls.tsx";

/** A person with an account as the list shows them. */
export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  disabledAt: Date | null;
  lastSeenAt: Date | null;
  liveSessions: number;
};

/** Everybody with an account, with what an admin can do. `ownId` marks the one who looks. */
export function PeopleList({ people, ownId, manage }: { people: Person[]; ownId: string; manage: SendForm }) {
  return (
    <ul
      aria-label="People with an account"
      className="divide-y divide-line rounded-surface border border-line bg-surface"
    >
      {people.map((person) => (
        <li key={person.id} className="flex flex-wrap items-start gap-x-6 gap-y-3 px-4 py-3">
          <div className="min-w-0 flex-1 basis-64">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {person.name}
              {person.id === ownId ? <Tag tone="accent">You</Tag> : null}
              {person.disabledAt ? <Tag tone="warn">Disabled</Tag> : null}
            </p>
            <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">{person.email}</p>
            <p className="text-sm text-ink-2">
              <Activity person={person} />
            </p>
          </div>
          <PersonControls person={{ ...person, isDisabled: person.disabledAt !== null }} manage={manage} />
        </li>
      ))}
    </ul>
  );
}

function Activity({ person }: { person: Person }) {
  if (!person.lastSeenAt) return person.disabledAt ? "Cannot sign in" : "Not signed in anywhere";
  return (
    <>
      {plural(person.liveSessions, "running session")}, last seen <RelativeTime at={person.lastSeenAt} />
    </>
  );
}

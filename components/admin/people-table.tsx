import type { SendForm } from "#components/auth/form-props.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { Role } from "#lib/domain/access/roles.ts";
import { PersonControls } from "./person-controls.tsx";

/** A person with an account as the table shows them. */
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
export function PeopleTable({ people, ownId, manage }: { people: Person[]; ownId: string; manage: SendForm }) {
  return (
    <Table label="People with an account">
      <thead>
        <tr>
          <Th>Person</Th>
          <Th>Last seen</Th>
          <Th numeric>Sessions</Th>
          <Th>Role and account</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Tr key={person.id}>
            <Td>
              <p className="flex items-center gap-2 font-medium whitespace-nowrap">
                {person.name}
                {person.id === ownId ? <Tag tone="accent">You</Tag> : null}
                {person.disabledAt ? <Tag tone="warn">Disabled</Tag> : null}
              </p>
              <p className="text-ink-2">{person.email}</p>
            </Td>
            <Td className="whitespace-nowrap">{person.lastSeenAt ? <RelativeTime at={person.lastSeenAt} /> : "–"}</Td>
            <Td numeric>{person.liveSessions}</Td>
            <Td>
              <PersonControls person={{ ...person, isDisabled: person.disabledAt !== null }} manage={manage} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

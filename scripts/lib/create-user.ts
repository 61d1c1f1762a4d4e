import { parseArgs } from "node:util";
import { systemActor } from "#lib/domain/access/actor.ts";
import { ROLES, type Role } from "#lib/domain/access/roles.ts";
import { isAppError } from "#lib/domain/shared/errors.ts";
import { createUser } from "#lib/operations/users/create-user.ts";
import type { Asker } from "./ask.ts";
import { Sentence } from "./sentence.ts";

const USAGE = `npm run create-user -- [--email ADDRESS] [--name NAME] [--role ${ROLES.join("|")}]`;

type Answers = { email: string; name: string; role: Role; password: string };

/**
 * Makes an account from the shell. What the arguments leave out is asked; the password is always asked, twice on a
 * terminal, or read as the last line of a pipe, so that it never stands in the shell's history. Throws {@link Sentence}.
 */
export async function createUserFromShell(argv: string[], asker: Asker, isTerminal: boolean): Promise<string> {
  const answers = await gather(readArguments(argv), asker, isTerminal);
  try {
    await createUser(systemActor("create-user"), answers);
  } catch (error) {
    if (isAppError(error))
      throw new Sentence(error.details.issues?.map((issue) => issue.message).join(" ") || error.message);
    throw error;
  }
  return `${answers.email} can sign in now, as ${answers.role}.`;
}

function readArguments(argv: string[]): Partial<Record<"email" | "name" | "role", string>> {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ args: argv, options: { email: text, name: text, role: text } }).values;
  } catch {
    throw new Sentence(`Usage: ${USAGE}`);
  }
}

async function gather(given: ReturnType<typeof readArguments>, asker: Asker, isTerminal: boolean): Promise<Answers> {
  const email = given.email ?? (await asker.ask("E-mail: "));
  const name = given.name ?? (await asker.ask("Name: "));
  const role = (given.role ?? ((await asker.ask(`Role (${ROLES.join(", ")}): `)) || "researcher")) as Role;
  if (!ROLES.includes(role)) throw new Sentence(`The role is one of ${ROLES.join(", ")}. Nothing was made.`);
  const password = await asker.askHidden("Password, at least 12 characters: ");
  if (isTerminal && (await asker.askHidden("The same again: ")) !== password) {
    throw new Sentence("The two passwords differ. Nothing was made; start again.");
  }
  return { email, name, role, password };
}

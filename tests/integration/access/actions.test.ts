import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "#lib/domain/access/actor.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { withTestDatabase } from "#tests/support/database.ts";
import { TEST_SECRET, withSettings } from "#tests/support/settings.ts";
import { findServerActions } from "#tests/unit/access/files.ts";
import { actorOf, CALLERS, type Caller } from "#tests/unit/access/roles.ts";
import { ACTIONS, REDIRECTING_ACTIONS } from "./action-table.ts";

const request = vi.hoisted(() => ({ actor: { kind: "anonymous" } as unknown, cookies: new Map<string, string>() }));

vi.mock("#lib/web/current-actor.ts", () => ({ getCurrentActor: async () => request.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => {}, revalidateTag: () => {} }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: () => undefined,
    set: (name: string, value: string) => request.cookies.set(name, value),
  }),
}));

withTestDatabase();
withSettings({ AUTH_SECRET: TEST_SECRET });

// Modules are shared between files: what others read before would pass the stand-ins by, and would find them afterwards.
beforeAll(() => void vi.resetModules());
afterAll(() => void vi.resetModules());

const modules = import.meta.glob<Record<string, unknown>>("../../../app/**/*actions.ts");
const single = import.meta.glob<Record<string, unknown>>("../../../app/**/*-action.ts");

async function loadAction(key: string): Promise<(...args: unknown[]) => Promise<unknown>> {
  const [file, name] = [key.slice(0, key.lastIndexOf(" ")), key.slice(key.lastIndexOf(" ") + 1)];
  const load = { ...modules, ...single }[`../../../${file}`];
  if (!load) throw new Error(`There is no file of actions at ${file}.`);
  return (await load())[name] as (...args: unknown[]) => Promise<unknown>;
}

/** The sentence with which a form state refuses somebody for who they are; null when it refuses for something else. */
function refusalIn(state: FormState): "signed out" | "role" | null {
  if (state.message?.startsWith("You are signed out.")) return "signed out";
  return state.message?.startsWith("Your role does not allow this.") ? "role" : null;
}

async function use(key: string, actor: Actor): Promise<FormState> {
  request.actor = actor;
  const form = new FormData();
  for (const [name, value] of Object.entries(ACTIONS[key]?.form ?? {})) form.set(name, value);
  const action = await loadAction(key);
  try {
    return (await action({}, form)) as FormState;
  } catch (error) {
    // A redirect means that the action went through.
    if (error instanceof Error && error.message === "NEXT_REDIRECT") return { ok: true };
    throw error;
  }
}

function expected(key: string, caller: Caller): "signed out" | "role" | null {
  if (ACTIONS[key]?.who.includes(caller)) return null;
  return caller === "anonymous" ? "signed out" : "role";
}

describe("the table of server actions", () => {
  it("names every action there is, and no other", () => {
    const found = findServerActions().map(({ file, name }) => `${file} ${name}`);
    expect(found.sort()).toEqual([...Object.keys(ACTIONS), ...REDIRECTING_ACTIONS].sort());
  });
});

describe.each(Object.keys(ACTIONS).map((key) => ({ key })))("$key", ({ key }) => {
  it.each(CALLERS)("for %s", async (caller) => {
    const state = await use(key, actorOf(caller));
    expect(refusalIn(state)).toBe(expected(key, caller));
    expect(state.message ?? "").not.toMatch(/Something went wrong/);
  });
});

describe("signing out", () => {
  beforeEach(() => request.cookies.clear());

  it.each(CALLERS)("takes the cookie from %s and shows the sign-in page", async (caller) => {
    request.actor = actorOf(caller);
    const action = await loadAction("app/(studio)/sign-out-action.ts signOutAction");
    await expect(action()).rejects.toMatchObject({ digest: expect.stringContaining("/sign-in") });
    expect(request.cookies.get("studio-session")).toBe("");
  });
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deviceStorage } from "#components/annotations/saving/device-storage.ts";
import type { StoredDraft } from "#components/annotations/saving/draft-types.ts";
import { emptyRating } from "#lib/domain/annotations/merge-drafts.ts";

/** A browser's storage: its entries are its own properties. */
class Store {
  getItem(key: string): string | null {
    return (this as unknown as Record<string, string>)[key] ?? null;
  }
  setItem(key: string, text: string): void {
    Object.assign(this, { [key]: text });
  }
  removeItem(key: string): void {
    delete (this as unknown as Record<string, string>)[key];
  }
}

let store: Store;
beforeEach(() => {
  store = new Store();
  vi.stubGlobal("localStorage", store);
});
afterEach(() => vi.unstubAllGlobals());

const draft = (rationale: string): StoredDraft => ({
  version: 1,
  revision: 0,
  base: {},
  mine: { "goal.1": { ...emptyRating(1, "goal"), rationale } },
  conflicts: [],
});
const kept = () => Object.values(store).map((text) => JSON.parse(text).mine["goal.1"].rationale);

test("two tabs keep their own, and the next page reads both and nothing of another assignment", () => {
  const [first, second] = [deviceStorage("a1"), deviceStorage("a1")];
  deviceStorage("a11").write(draft("another conversation"));
  first.write(draft("first"));
  second.write(draft("second"));
  second.write(draft("second, longer"));
  const read = deviceStorage("a1").read();
  expect(read.map(({ mine }) => mine["goal.1"]?.rationale).sort()).toEqual(["first", "second, longer"]);
});

test("what was read goes once it lies elsewhere, but not what another tab has written since", () => {
  const [left, alive] = [deviceStorage("a1"), deviceStorage("a1")];
  left.write(draft("left"));
  alive.write(draft("alive"));
  const next = deviceStorage("a1");
  expect(next.read()).toHaveLength(2);
  alive.write(draft("alive and typing"));
  next.write(draft("left, taken up"));
  expect(kept().sort()).toEqual(["alive and typing", "left, taken up"]);
  next.clear();
  expect(kept()).toEqual(["alive and typing"]);
});

test("reads what stands under the key of earlier versions, passes over what is none, and survives a browser without storage", () => {
  store.setItem("rating-draft:a1", JSON.stringify(draft("earlier")));
  store.setItem("rating-draft:a1:x", "{");
  expect(deviceStorage("a1").read()).toHaveLength(1);
  vi.stubGlobal("localStorage", undefined);
  const none = deviceStorage("a1");
  none.write(draft("nowhere"));
  none.clear();
  expect(none.read()).toEqual([]);
});

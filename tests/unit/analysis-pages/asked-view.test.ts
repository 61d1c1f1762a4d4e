import { expect, test } from "vitest";
import { filterQueryOf } from "#lib/domain/analysis/filter-changes.ts";
import { answerOf, settle, waitingView } from "./support/waiting-view.ts";

test("what is shown stays until the answer to another choice is there", async () => {
  const { view, at, shown } = waitingView();
  view.want("agent=both");
  expect([shown(), view.state().wanted]).toEqual(["as loaded", "agent=both"]);
  at(0).answer("both agents");
  await settle();
  expect([shown(), view.state().shown.query]).toEqual(["both agents", "agent=both"]);
});

test("of two quick changes the answer to the second is shown, in whatever order they come", async () => {
  const { view, at, shown } = waitingView();
  view.want("agent=both");
  view.want("agent=partner");
  expect(at(0).signal.aborted).toBe(true);
  at(1).answer("partner");
  await settle();
  at(0).answer("both agents");
  await settle();
  expect([shown(), view.state().shown.query]).toEqual(["partner", "agent=partner"]);
});

test("who turns back before the answer keeps what is shown, and a late answer changes nothing", async () => {
  const { view, at, asked, shown } = waitingView();
  view.want("agent=both");
  view.want("");
  at(0).answer("both agents");
  await settle();
  expect([shown(), asked.length, view.state().wanted]).toEqual(["as loaded", 1, ""]);
});

test("the same choice is asked for once, and again after a failure, which says why", async () => {
  const { view, at, asked, shown } = waitingView();
  view.want("agent=both");
  view.want("agent=both");
  expect(asked).toHaveLength(1);
  at(0).fail("out of reach");
  await settle();
  expect([view.state().problem, shown()]).toEqual(["out of reach", "as loaded"]);
  view.askAgain();
  view.askAgain();
  expect(asked).toHaveLength(2);
  at(1).answer("both agents");
  await settle();
  expect([view.state().problem, shown()]).toEqual([null, "both agents"]);
});

test("a first answer is drawn once, however often the rest of it is asked for", async () => {
  const { view, at, shown } = waitingView();
  view.want("agent=both");
  at(0).answer("first", { isPending: true });
  await settle();
  let heard = 0;
  view.follow(() => {
    heard += 1;
  });
  view.askAgain();
  at(1).answer("first", { isPending: true });
  await settle();
  expect([heard, shown()]).toEqual([0, "first"]);
  view.askAgain();
  at(2).answer("newer data", { isPending: true, fingerprint: "newer" });
  await settle();
  expect([heard, shown()]).toEqual([1, "newer data"]);
  view.askAgain();
  at(3).answer("whole", { fingerprint: "newer" });
  await settle();
  expect([heard, shown(), view.state().shown.isPending]).toEqual([2, "whole", false]);
});

test("what the server renders anew is shown where it answers what is wanted", () => {
  const { view, shown } = waitingView();
  view.want("agent=both");
  view.receive({ ...answerOf("loaded again"), query: "" });
  expect(shown()).toBe("as loaded");
  view.receive({ ...answerOf("both, rendered"), query: "agent=both" });
  expect(shown()).toBe("both, rendered");
});

test("whoever follows hears of every change until they stop", () => {
  const { view } = waitingView();
  let heard = 0;
  const stop = view.follow(() => {
    heard += 1;
  });
  view.want("agent=both");
  stop();
  view.want("agent=partner");
  expect(heard).toBe(1);
});

test("addresses that ask the same have the same query, whatever else stands in them", () => {
  const queryOf = (search: string) => filterQueryOf((name) => new URLSearchParams(search).getAll(name));
  expect(queryOf("dimension=goal&policies=BC%2BSR&policies=base&agent=both&version=2")).toBe(
    "version=2&agent=both&policies=BC%2BSR&policies=base",
  );
  expect(queryOf("agent=both&correlation=pearson")).toBe(queryOf("agent=both&dimension=goal&policy=base"));
  expect(queryOf("dimension=goal")).toBe("");
  expect(filterQueryOf((name) => (name === "agent" ? "both" : undefined))).toBe("agent=both");
});

import { expect, test } from "vitest";
import { answerOf, settle, waitingView } from "./support/waiting-view.ts";

test("a press of which the numbers were asked for ahead shows them and asks for nothing", async () => {
  const { view, at, shown, questions } = waitingView();
  view.askAhead("box", ["agent=both"]);
  at(0).answer("both agents");
  await settle();
  expect(shown(), "Nobody has pressed yet").toBe("as loaded");
  view.want("agent=both");
  expect([shown(), view.state().shown.query, view.state().wanted]).toEqual(["both agents", "agent=both", "agent=both"]);
  expect(questions()).toEqual(["ahead agent=both"]);
});

test("a press while its numbers are on the way takes that question over", async () => {
  const { view, at, shown, questions } = waitingView();
  view.askAhead("box", ["agent=both"]);
  view.want("agent=both");
  view.leave("box");
  expect([at(0).signal.aborted, view.state().wanted, shown()]).toEqual([false, "agent=both", "as loaded"]);
  at(0).answer("both agents");
  await settle();
  expect([shown(), questions()]).toEqual(["both agents", ["ahead agent=both"]]);
});

test("a question that was taken over is dropped for a newer press, and its late answer changes nothing", async () => {
  const { view, at, shown, questions } = waitingView();
  view.askAhead("box", ["agent=both"]);
  view.want("agent=both");
  view.want("agent=partner");
  expect(at(0).signal.aborted).toBe(true);
  at(1).answer("partner");
  at(0).answer("both agents");
  await settle();
  expect([shown(), questions()]).toEqual(["partner", ["ahead agent=both", "agent=partner"]]);
});

test("one press ends all asking ahead of others", async () => {
  const { view, at, questions } = waitingView();
  view.askAhead("select", ["agent=both", "agent=partner"]);
  view.want("clusters=scenario");
  expect(at(0).signal.aborted).toBe(true);
  at(0).answer("both agents");
  at(1).answer("by scenario");
  await settle();
  expect(questions()).toEqual(["ahead agent=both", "clusters=scenario"]);
});

test("several are asked for one after another, and no two at a time", async () => {
  const { view, at, questions } = waitingView();
  view.askAhead("select", ["agent=both", "", "agent=partner"]);
  expect(questions()).toEqual(["ahead agent=both"]);
  at(0).answer("both agents");
  await settle();
  expect(questions(), "What is shown is at hand").toEqual(["ahead agent=both", "ahead agent=partner"]);
  view.askAhead("select", ["agent=both", "agent=partner"]);
  expect(at(1).signal.aborted, "The same question goes on").toBe(false);
  view.askAhead("box", ["policies=base"]);
  expect(at(1).signal.aborted).toBe(true);
  expect(questions().at(-1)).toBe("ahead policies=base");
});

test("whoever leaves gives up their own questions alone", async () => {
  const { view, at, asked } = waitingView();
  view.askAhead("select", ["agent=both", "agent=partner"]);
  view.leave("box");
  expect(at(0).signal.aborted).toBe(false);
  view.leave("select");
  expect(at(0).signal.aborted).toBe(true);
  at(0).answer("both agents");
  await settle();
  expect(asked).toHaveLength(1);
  view.want("agent=both");
  expect(asked, "What was given up is not kept").toHaveLength(2);
});

test("nothing is asked ahead while somebody waits, and it goes on after that", async () => {
  const { view, at, questions } = waitingView();
  view.want("agent=both");
  view.askAhead("box", ["agent=both&policies=base"]);
  expect(questions()).toEqual(["agent=both"]);
  at(0).answer("both agents");
  await settle();
  expect(questions()).toEqual(["agent=both", "ahead agent=both&policies=base"]);
});

test("where asking ahead fails nothing is said, and the press asks by itself", async () => {
  const { view, at, shown, questions } = waitingView();
  view.askAhead("select", ["agent=both", "agent=partner"]);
  at(0).fail("out of reach");
  await settle();
  expect(view.state().problem).toBeNull();
  expect(questions(), "The next one would fail too").toEqual(["ahead agent=both"]);
  view.want("agent=both");
  at(1).answer("both agents");
  await settle();
  expect([shown(), questions()]).toEqual(["both agents", ["ahead agent=both", "agent=both"]]);
});

test("a question that fails after it was taken over is asked once more, and then says why", async () => {
  const { view, at, questions } = waitingView();
  view.askAhead("box", ["agent=both"]);
  view.want("agent=both");
  at(0).fail("broken off");
  await settle();
  expect([view.state().problem, questions()]).toEqual([null, ["ahead agent=both", "agent=both"]]);
  at(1).fail("out of reach");
  await settle();
  expect(view.state().problem).toBe("out of reach");
});

test("a first answer that was at hand counts as pending, and the rest comes when it is asked for again", async () => {
  const { view, at, shown, questions } = waitingView();
  view.askAhead("box", ["agent=both"]);
  at(0).answer("first", { isPending: true });
  await settle();
  view.want("agent=both");
  expect([shown(), view.state().shown.isPending]).toEqual(["first", true]);
  view.askAgain();
  expect(questions()).toEqual(["ahead agent=both", "agent=both"]);
  at(1).answer("whole");
  await settle();
  expect([shown(), view.state().shown.isPending]).toEqual(["whole", false]);
});

test("the way back shows what was there a moment ago, and asks anew after half a minute", async () => {
  const { view, at, shown, asked, clock } = waitingView();
  view.want("agent=both");
  at(0).answer("both agents");
  await settle();
  clock.now = 29_999;
  view.want("");
  expect([shown(), asked.length]).toEqual(["as loaded", 1]);
  clock.now = 30_000;
  view.want("agent=both");
  expect([shown(), asked.length]).toEqual(["as loaded", 2]);
});

test("where data have changed, nothing from before is shown again", async () => {
  const { view, at, questions } = waitingView();
  view.want("agent=both");
  at(0).answer("both agents", { isPending: true });
  await settle();
  view.askAgain();
  at(1).answer("both agents, newer", { fingerprint: "newer" });
  await settle();
  view.want("");
  expect(questions()).toEqual(["agent=both", "agent=both", ""]);
});

test("what the server renders anew replaces everything that was kept or asked ahead", async () => {
  const { view, at, questions } = waitingView();
  view.askAhead("select", ["agent=both", "agent=partner"]);
  at(0).answer("both agents");
  await settle();
  view.receive({ ...answerOf("another question"), query: "" });
  expect(at(1).signal.aborted).toBe(true);
  view.want("agent=both");
  expect(questions().at(-1)).toBe("agent=both");
});

test("the newest twelve answers are kept", async () => {
  const { view, at, asked } = waitingView();
  const queries = Array.from({ length: 13 }, (_, place) => `judge=${place}`);
  view.askAhead("select", queries);
  for (const place of queries.keys()) {
    at(place).answer(String(place));
    await settle();
  }
  view.want("judge=12");
  view.want("judge=1");
  expect(asked).toHaveLength(13);
  view.want("judge=0");
  expect(asked).toHaveLength(14);
});

test("a view that is left asks for nothing further ahead", async () => {
  const { view, at, questions } = waitingView();
  view.askAhead("select", ["agent=both", "agent=partner"]);
  view.stopAhead();
  expect(at(0).signal.aborted).toBe(true);
  at(0).answer("both agents");
  await settle();
  expect(questions()).toEqual(["ahead agent=both"]);
});

import { describe, expect, test } from "vitest";
import { hasViewerTags, renderTags } from "#lib/domain/scenarios/render-tags.ts";

describe("what each viewer reads", () => {
  test.each([
    ["a hint", "Buy it (<extra_info>at 12</extra_info>)", "Buy it (at 12)", "Buy it (at 12)", "Buy it (at 12)"],
    [
      "viewers",
      "a <p viewer='agent_1'>one</p> b <p viewer='agent_0'>zero</p> c",
      "a one b zero c",
      "a  b zero c",
      "a one b  c",
    ],
    ["an unknown tag", "x <b>bold</b> y", "x bold y", "x  y", "x  y"],
    ["an ampersand", "A & B", "A & B", "A & B", "A & B"],
    ["an entity", "A &amp; B", "A & B", "A & B", "A & B"],
    ["ampersands beside tags", "Q&A <extra_info>R&D</extra_info>", "Q&A R&D", "Q&A R&D", "Q&A R&D"],
    ["a lone less-than", "price < $500", "price  $500", "price  $500", "price  $500"],
    ["a lone greater-than", "5 > 3", "5 > 3", "5 > 3", "5 > 3"],
    ["a heart", "I <3 you", "I 3 you", "I 3 you", "I 3 you"],
    ["an unclosed tag", "a <extra_info>unclosed", "a unclosed", "a unclosed", "a unclosed"],
    ["text after a hidden part", '<p viewer="environment">hidden</p>shown', "hiddenshown", "shown", "shown"],
    ["a root with a viewer", "<root viewer='agent_0'>goal</root>", "goal", "goal", "goal"],
    ["a hint for one", "<extra_info viewer='agent_0'>zero</extra_info>rest", "zerorest", "zerorest", "rest"],
    [
      "a hint in a hint",
      "<extra_info>out <clarification_hint>in</clarification_hint></extra_info>",
      "out in",
      "out in",
      "out in",
    ],
    ["a comment", "<!-- c -->hello", "hello", "hello", "hello"],
    ["nothing", "", "", "", ""],
    ["a comment that does not end", "a <!-- b", "a ", "a ", "a "],
    ["a closing tag too many", "a</p> b", "a b", "a b", "a b"],
    ["an empty tag", "a<p/>b", "ab", "ab", "ab"],
    ["entities are undone once", "&amp;lt;p&amp;gt; &#65;&#x42;", "&lt;p&gt; AB", "&lt;p&gt; AB", "&lt;p&gt; AB"],
    ["an outermost tag for one", "<p viewer='agent_1'>only one</p>", "only one", "", "only one"],
    ["a viewer nobody knows", "<p viewer='judge'>x</p>y", "xy", "y", "y"],
    ["a part inside a hidden part", "<p viewer='agent_1'>a <p viewer='agent_0'>b</p></p>c", "a bc", "c", "a c"],
  ])("%s", (_what, text, environment, first, second) => {
    expect(renderTags(text, "environment")).toBe(environment);
    expect(renderTags(text, "agent_0")).toBe(first);
    expect(renderTags(text, "agent_1")).toBe(second);
  });

  test("other tags than the usual ones may be recognised", () => {
    const text = "<root><a viewer='agent_2'>test<b viewer='agent_2'>test</b></a></root>";
    expect(renderTags(text, "agent_2", ["a", "b"])).toBe("testtest");
    expect(renderTags(text, "agent_2", ["a"])).toBe("test");
    expect(renderTags(text, "agent_2", ["b"])).toBe("");
  });

  test("texts that differ by viewer are told apart", () => {
    expect(hasViewerTags('a <p viewer="environment">b</p>')).toBe(true);
    expect(hasViewerTags("a <extra_info>b</extra_info> viewer=1")).toBe(false);
  });

  test("texts made to take long take little", () => {
    const start = performance.now();
    for (const piece of ["<!--", "<a ", "<a x='", "&", "<p>", "</p>"]) renderTags(piece.repeat(100_000), "agent_0");
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

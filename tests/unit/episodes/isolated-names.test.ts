import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Scene } from "#components/annotations/rating/scene.tsx";
import { ProfilePair } from "#components/episodes/profile-pair.tsx";
import { TurnLine } from "#components/episodes/turn-line.tsx";

/** Turns round everything that follows, unless it stands in an element of its own that isolates it. */
const OVERRIDE = "\u202e";
const name = `Ada${OVERRIDE}toor`;

/** Every place in which the text stands, by the last tag before it. */
function tagsBefore(html: string, text: string): string[] {
  return html
    .split(text)
    .slice(0, -1)
    .map((before) => /<([^<>]+)>[“”]?$/.exec(before)?.[1] ?? "text of ours");
}

const agent = { name, background: name, goal: name, secret: name, seenByOther: null, sourceId: null };
const others = { ...agent, name: "Ben", background: "", goal: "", secret: "" };

describe("text that was imported", () => {
  it.each(["speak", "action", "non-verbal communication", "leave"] as const)(
    "is isolated in a turn of kind %s",
    (type) => {
      const turn = { number: 1, agent: 1 as const, type, text: type === "leave" ? "" : name };
      const html = renderToStaticMarkup(createElement(TurnLine, { turn, names: { 1: name, 2: "Ben" } }));
      expect(new Set(tagsBefore(html, name))).toEqual(new Set(["bdi"]));
      expect(tagsBefore(html, name)).toHaveLength(2);
    },
  );

  it("is isolated where an annotator reads about the people", () => {
    const episode = { scenario: name, agents: [agent, others], turns: [] } as never;
    const html = renderToStaticMarkup(createElement(Scene, { episode }));
    for (const tag of tagsBefore(html, name)) expect(tag).toMatch(/^bdi$|dir="auto"/);
    // Name, description, goal, secret, situation, and who could see the other one.
    expect(tagsBefore(html, name)).toHaveLength(6);
  });

  it("is isolated where a researcher reads about the people", () => {
    const html = renderToStaticMarkup(
      createElement(ProfilePair, { agents: [agent, others] as never, policies: [null, null] }),
    );
    const shown = html.replace(/aria-label="[^"]*"/g, "");
    for (const tag of tagsBefore(shown, name)) expect(tag).toMatch(/^bdi$|dir="auto"/);
  });
});

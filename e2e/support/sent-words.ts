import { expect } from "@playwright/test";
import { SHOWN_MARK } from "./marked-episodes.ts";
import type { RecordedAnswer } from "./recording-proxy.ts";

/** The answers that hold a word, by address. Upper and lower case, and base64 as cookies and tokens use it, count too. */
export function holders(answers: RecordedAnswer[], word: string): string[] {
  const plain = word.toLowerCase();
  // What is left of a short word in base64 is too little to be told from chance.
  const encoded = word.length < 10 ? [] : [0, 1, 2].map((shift) => base64Core(word, shift));
  return answers
    .filter(({ headers, body }) => {
      const text = `${headers}\n${body}`;
      return text.toLowerCase().includes(plain) || encoded.some((part) => text.includes(part));
    })
    .map(({ method, url, status }) => `${method} ${url} (${status})`);
}

/**
 * The answers that hold a pseudonym. It has four letters only, so it counts as it is written and standing alone: within
 * longer words, in other case or inside random numbers it would be met by chance.
 */
export function holdersOfPseudonym(answers: RecordedAnswer[], pseudonym: string): string[] {
  const alone = new RegExp(`(?<![\\w+/=-])${pseudonym}(?![\\w+/=-])`);
  return answers
    .filter(({ headers, body }) => alone.test(`${headers}\n${body}`))
    .map(({ method, url, status }) => `${method} ${url} (${status})`);
}

/** The part of a word's base64 that does not depend on its neighbours, when it starts `shift` bytes into a group. */
function base64Core(word: string, shift: number): string {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]);
  const start = shift === 0 ? 0 : 4;
  return bytes.toString("base64").replace(/=+$/, "").slice(start, -4);
}

/** The words that were found, each with the first addresses that sent it. */
export function leaks(answers: RecordedAnswer[], words: Record<string, string>): Record<string, string[]> {
  const found = Object.entries(words).map(([what, word]) => [what, holders(answers, word).slice(0, 5)] as const);
  return Object.fromEntries(found.filter(([, where]) => where.length > 0));
}

/** The parts of the app that a whole visit asks for: documents, scripts and saves. */
const PARTS = ["/consent", "/guidelines/", "/check", "/practice", "/rate/", "/review", "/end", "/api/draft", ".js"];

/** What was kept is a whole visit to this study, and the dialogue was read. */
export function expectWholeVisit(answers: RecordedAnswer[], studyId: string): void {
  const urls = answers.map(({ url }) => url);
  for (const part of PARTS)
    expect(
      urls.filter((url) => url.includes(part)),
      part,
    ).not.toEqual([]);
  expect(holders(answers, SHOWN_MARK)).not.toEqual([]);
  // The signed cookie names the study in base64: the search reads that, too.
  expect(holders(answers, studyId), "the id in the cookie").not.toEqual([]);
}

/** None of the words came at any time, and the code that the visit earned came only with the answer to its last submission. */
export function expectBlind(answers: RecordedAnswer[], words: Record<string, string>, earned: string): void {
  expect(leaks(answers, words)).toEqual({});
  const lastSubmission = answers.findLastIndex(({ method, url }) => method === "POST" && url.includes("/api/submit"));
  expect(lastSubmission).toBeGreaterThan(0);
  expect(holders(answers.slice(0, lastSubmission), earned), "the code before it was earned").toEqual([]);
  expect(holders(answers.slice(lastSubmission), earned), "the code once it was earned").not.toEqual([]);
}

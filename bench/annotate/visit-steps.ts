import { checkForDimensions, getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import type { Answer } from "./browser.ts";
import { formOf } from "./html-forms.ts";
import { ItemWork } from "./item-work.ts";
import type { Person } from "./person.ts";

/** Reading a page takes as long as so many steps of writing. */
const READING = 2;

/** Does what a page of the visit asks for; answers the page that comes next. `place` is its part of the address. */
export async function takeStep(person: Person, place: string, page: Answer): Promise<Answer> {
  if (place === "/consent") return consent(person, page);
  if (place === "/guidelines") return readGuidelines(person, page);
  if (place === "/check") return answerCheck(person, page);
  if (place === "/next") return claim(person, page);
  if (place.startsWith("/rate/")) return new ItemWork(person, page).work();
  throw new Error(`A visit leads to ${page.at}, where nothing can be done: ${page.body.slice(0, 200)}`);
}

async function consent(person: Person, page: Answer): Promise<Answer> {
  await person.pause(READING);
  const declines = person.record.persona === "declines";
  const fields: Record<string, string> = declines ? { decision: "decline" } : { decision: "accept", agree: "yes" };
  return person.onward(await person.post(formOf(page, "consent"), fields));
}

/** Reads every page of the guidelines, in order. */
async function readGuidelines(person: Person, first: Answer): Promise<Answer> {
  const links = first.body.matchAll(/href="([^"]*\/guidelines\/[^"?#]+)/g);
  const places = [...new Set([...links].map((match) => match[1] as string))];
  let page = first;
  for (const place of places) {
    await person.pause(READING);
    page = await person.open(place);
  }
  await person.pause(READING);
  return person.onward(await person.post(formOf(page, "guidelines"), {}));
}

async function answerCheck(person: Person, page: Answer): Promise<Answer> {
  await person.pause(READING);
  const ids = person.study.dimensions.map(({ id }) => id);
  const isWrong = person.record.persona === "fails check";
  const questions = checkForDimensions(getGuidelines("1"), ids);
  const answers = questions.map((question) => [
    question.id,
    String(isWrong ? (question.correct + 1) % 3 : question.correct),
  ]);
  return person.onward(await person.post(formOf(page, "check"), Object.fromEntries(answers)));
}

async function claim(person: Person, page: Answer): Promise<Answer> {
  await person.pause();
  const since = performance.now();
  const answer = await person.post(formOf(page, "claim"), {});
  return person.onward(answer, answer.location?.includes("/rate/") ? "next item" : undefined, since);
}

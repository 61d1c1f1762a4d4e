import type { ConsentText } from "../types.ts";

const BODY = [
  "This is a research study about how well people and computer programs handle everyday social situations. You will read conversations and rate how each of the two speakers did. The people in the conversations are invented. Some conversations contain arguments, harsh words or private matters such as illness, money or family quarrels.",
  "What we collect. Your scores, the turns you point to, the reasons you write, your answers to the short check and the practice, and the times at which you start, save and submit. We note whether text was pasted into a box. If you came from a recruiting panel, we also keep the id it gave you, so that you can be paid. We do not ask for your name, your e-mail address or your date of birth. Do not write them in the boxes.",
  "Why. Your ratings are compared with those of other people and of computer programs, to learn how far programs can be trusted to judge conversations. Nothing is used to decide anything about you.",
  "Who sees it. The research team sees your ratings under a made-up code, never beside your panel id. Ratings and reasons may be published or shared with other researchers under that code. Panel ids are never shared.",
  "How long. Your panel id is kept apart from your ratings and deleted once payment is settled and the time for questions has passed. Ratings and reasons are kept as long as the research needs them.",
  "Your choice. Taking part is voluntary, and your consent is the basis on which we use your data. You may stop at any moment by closing the page. You may ask later for your ratings and reasons to be deleted; the record that you were paid is kept. Stopping or withdrawing has no bad effects for you beyond unpaid work that was not done.",
  "Questions, a copy of this text, or a request to delete your data: {contact}. If you came from a panel, you may also write through its messages.",
].join("\n\n");

/** The consent text that a new study starts from. `{contact}` is replaced by what the researcher entered. */
export const CONSENT_TEXT_V1: ConsentText = {
  version: "1",
  title: "Before you decide to take part",
  body: BODY,
  tick: "I am at least 18 years old, I have read this text, and I agree to take part.",
  decline: "I do not want to take part",
};

/** What annotators are told about the use of writing tools. */
export const AI_USE_V1: string =
  "Read, judge and write yourself. Do not use a chatbot or any other tool that reads the conversation or writes reasons for you: this study needs what a person thinks, and your own words do, however plain. A spelling checker, a dictionary and any aid you need for reading or typing are fine.";

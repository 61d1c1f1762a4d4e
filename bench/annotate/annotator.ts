import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, Browser, NoAnswer } from "./browser.ts";
import type { HtmlForm } from "./html-forms.ts";
import type { Persona, PersonRecord } from "./journal.ts";
import type { BenchStudy } from "./material.ts";
import type { Measured } from "./measure.ts";
import type { Crowd, Person } from "./person.ts";
import { takeStep } from "./visit-steps.ts";

/** Somebody who gets no answer tries again after this many seconds; the last one repeats. */
const RETRY_SECONDS = [0.5, 1, 2, 4];
/** After this many tries in a row the person gives up, which fails the run. */
const MOST_TRIES = 40;
const MOST_STEPS = 400;
/** A pause that is cut short lasts for this share of itself. */
const HURRY = 0.15;
/** Who comes late stays away for so many pauses. */
const ABSENCE = 10;

/** One person with a browser who does a whole visit. */
export class VirtualAnnotator implements Person {
  readonly crowd: Crowd;
  readonly study: BenchStudy;
  readonly record: PersonRecord;
  browser: Browser;
  /** Pauses that are cut short, so that somebody starts out in the middle of a visit. */
  #hurriedPauses: number;
  #hasReturned = false;

  constructor(crowd: Crowd, study: BenchStudy, persona: Persona, hurriedPauses = 0) {
    this.crowd = crowd;
    this.#hurriedPauses = hurriedPauses;
    this.study = study;
    this.record = crowd.journal.add(study.studyId, randomBytes(12).toString("hex"), persona);
    this.browser = this.#newBrowser();
  }

  /** Does the whole visit, from the entry link to the end page. Throws `RunOver` when the run ends before. */
  async visit(): Promise<void> {
    try {
      await this.#visitOnce(randomBytes(12).toString("hex"));
      if (this.record.persona !== "comes again") return;
      await this.pause();
      this.#changeBrowser();
      await this.#visitOnce(randomBytes(12).toString("hex"));
    } finally {
      this.browser.close();
    }
  }

  /** Waits as this person does before the next step. `share` is 1 for a step of writing, more for a page to be read. */
  async pause(share = 1): Promise<void> {
    this.#hurriedPauses -= share;
    await this.crowd.pace.pause(this.#hurriedPauses > 0 ? share * HURRY : share);
  }

  /** Repeats something until it gets an answer, as somebody does whose page does not load. */
  async insist<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        if (tries === MOST_TRIES) throw new Error(`Gave up after ${MOST_TRIES} tries: ${error.message}`);
        if (this.crowd.pace.isOver) await this.pause();
        await sleep(1000 * (RETRY_SECONDS[Math.min(tries, RETRY_SECONDS.length - 1)] ?? 1));
      }
    }
  }

  /** Opens a page with what belongs to it, again and again until it is there. `kind` says under what it counts. */
  async open(address: string, kind: "page" | "entry" = "page"): Promise<Answer> {
    return this.insist(async () => {
      const start = performance.now();
      const page = await this.browser.open(address);
      this.crowd.measurements.add(kind, performance.now() - start);
      return this.arrived(page);
    });
  }

  /** Posts a form until it is answered; the answer is what the form leads to, not yet followed. */
  async post(form: HtmlForm, fields: Record<string, string>): Promise<Answer> {
    return this.insist(() => this.browser.send("POST", form.action, { form: { ...form.fields, ...fields } }));
  }

  /** Follows an answer to its page. With `kind` the wait since `since`, when the button was pressed, is measured. */
  async onward(answer: Answer, kind?: Measured, since = 0): Promise<Answer> {
    return this.insist(async () => {
      const page = await this.browser.follow(answer);
      if (kind) this.crowd.measurements.add(kind, performance.now() - since);
      return this.arrived(page);
    });
  }

  /** Loads the files of a page that has arrived. */
  async arrived(page: Answer): Promise<Answer> {
    if (page.status >= 400) throw new Error(`HTTP ${page.status} at ${page.at}: ${page.body.slice(0, 300)}`);
    if (this.crowd.loadsFiles) await this.browser.loadFiles(page);
    return page;
  }

  /** The part of an address below the study's entry address. */
  placeOf(page: Answer): string {
    return page.at.replace(`/annotate/${this.study.entryToken}`, "").replace(/[?#].*$/, "");
  }

  /** Address of a page of this visit. */
  address(place: string): string {
    return `/annotate/${this.study.entryToken}${place}`;
  }

  async #visitOnce(sessionId: string): Promise<void> {
    let page = await this.#enter(sessionId);
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const place = this.placeOf(page);
      if (place === "/end") return this.#end(page, sessionId);
      if (this.#isToLeave(place)) return this.crowd.expire(this.record.participantId);
      if (this.#isToReturn(place)) page = await this.#return(sessionId);
      else page = await takeStep(this, place, page);
    }
    throw new Error(`The visit did not end after ${MOST_STEPS} steps; it stands at ${page.at}`);
  }

  async #enter(sessionId: string): Promise<Answer> {
    const { record } = this;
    if (!record.sessions.includes(sessionId)) record.sessions.push(sessionId);
    const query = `PROLIFIC_PID=${record.participantId}&STUDY_ID=bench&SESSION_ID=${sessionId}`;
    const page = await this.open(`/annotate/${this.study.entryToken}?${query}`, "entry");
    record.arrivals.add(sessionId);
    return page;
  }

  /** Whoever leaves in the middle of an item has saved half of it by then. */
  #isInTheMiddle(place: string): boolean {
    return place.startsWith("/rate/") && this.record.items.size > 0;
  }

  #isToLeave(place: string): boolean {
    return this.record.persona === "drops out" && this.#isInTheMiddle(place);
  }

  #isToReturn(place: string): boolean {
    const { persona } = this.record;
    return (persona === "returns" || persona === "comes late") && !this.#hasReturned && this.#isInTheMiddle(place);
  }

  async #return(sessionId: string): Promise<Answer> {
    this.#hasReturned = true;
    this.#changeBrowser();
    if (this.record.persona === "comes late") {
      await this.crowd.expire(this.record.participantId);
      await this.pause(ABSENCE);
    }
    await this.pause();
    return this.#enter(sessionId);
  }

  #end(page: Answer, sessionId: string): void {
    const shown = [...this.study.codes.values()].find((code) => page.body.includes(code));
    if (shown) this.record.endings.push({ sessionId, code: shown, at: Date.now() });
    else this.crowd.journal.violations.push(`The end page of ${this.record.participantId} shows no code.`);
  }

  #changeBrowser(): void {
    this.browser.close();
    this.browser = this.#newBrowser();
  }

  #newBrowser(): Browser {
    return new Browser(this.crowd.origin, this.crowd.measurements, (body, at) => this.#inspect(body, at));
  }

  /** No page before the end carries a code. */
  #inspect(body: string, at: string): void {
    if (at.startsWith("/_next/") || at.endsWith("/end")) return;
    for (const [outcome, code] of this.study.codes) {
      if (body.includes(code)) this.crowd.journal.violations.push(`The code of ${outcome} stands in ${at}.`);
    }
  }
}

import { setTimeout as sleep } from "node:timers/promises";
import type { RatingDraft } from "#lib/domain/annotations/rating-draft.ts";
import type { Answer } from "./browser.ts";
import { NoAnswer } from "./browser.ts";
import { formOf, type HtmlForm, parseForms } from "./html-forms.ts";
import { type ItemRecord, itemRecord, withChanges } from "./journal.ts";
import type { Person } from "./person.ts";

/** Waits of the page's script between tries of one save, in seconds; the last one repeats. */
const SAVE_RETRY_SECONDS = [1, 2, 4, 8];
const MOST_SAVE_TRIES = 30;
/** Of so many items one is looked up in the guidelines, and one is extended by hand. */
const PEEK_EVERY = 3;
const EXTEND_EVERY = 5;

type SaveAnswer = {
  revision?: number;
  error?: { code: string; message: string; current?: { revision: number } };
};

const WORDS =
  "answers politely keeps promise offers plan asks again listens gives reason repeats wish stays calm names price finds middle way tells truth hides little thanks partner".split(
    " ",
  );

/** The work on one item: scores and rationales saved bit by bit, the review, the submission. */
export class ItemWork {
  readonly #person: Person;
  readonly #item: ItemRecord;
  /** What stands in the form now. */
  #ratings: Map<string, RatingDraft>;

  constructor(person: Person, page: Answer) {
    this.#person = person;
    const [, , assignmentId = ""] = person.placeOf(page).split("/");
    const revision = Number(parseForms(page.body).find(({ fields }) => fields.revision !== undefined)?.fields.revision);
    if (!assignmentId || !Number.isInteger(revision)) throw new Error(`No draft is found on the page ${page.at}.`);
    this.#item = itemRecord(person.record, assignmentId, revision);
    this.#item.revision = revision;
    this.#ratings = new Map(this.#item.unanswered ?? this.#item.saved);
  }

  /** Rates the item and submits it; answers the page that comes next. */
  async work(): Promise<Answer> {
    const { random, savesPerItem } = this.#person.crowd;
    if (this.#person.record.persona === "skips" && this.#person.record.items.size === 1) return this.#skip();
    const pieces = this.#pieces(savesPerItem);
    // Who comes back or drops out leaves in the middle of an item.
    const isLeaving =
      ["returns", "comes late", "drops out"].includes(this.#person.record.persona) &&
      this.#person.record.items.size === 1;
    const count = isLeaving && this.#item.saved.size === 0 ? Math.ceil(pieces.length / 2) : pieces.length;
    for (const changes of pieces.slice(0, count)) {
      await this.#person.pause();
      await this.#save(changes);
    }
    if (count < pieces.length) return this.#person.open(this.#person.address(`/rate/${this.#item.assignmentId}`));
    if (random.int(1, PEEK_EVERY) === 1) await this.#peek();
    if (random.int(1, EXTEND_EVERY) === 1) await this.#extend();
    return this.#submit();
  }

  /**
   * The whole annotation in pieces, each of which is one save. With enough of them every rating comes in three: the score,
   * half of the words, all of them with the evidence. With fewer, finished dimensions come several at a time.
   */
  #pieces(count: number): RatingDraft[][] {
    const pairs = this.#person.study.dimensions.map((dimension) =>
      ([1, 2] as const).map((agent) => this.#invent(agent, dimension)),
    );
    const steps = pairs
      .flat()
      .flatMap((rating) => [
        [{ ...rating, rationale: "", evidence: [] }],
        [{ ...rating, rationale: rating.rationale.slice(0, rating.rationale.length / 2), evidence: [] }],
        [rating],
      ]);
    if (count >= steps.length) return steps;
    const size = Math.ceil(pairs.length / count);
    return Array.from({ length: Math.ceil(pairs.length / size) }, (_, at) =>
      pairs.slice(at * size, (at + 1) * size).flat(),
    );
  }

  #invent(agent: 1 | 2, dimension: { id: string; min: number; max: number }): RatingDraft {
    const { random } = this.#person.crowd;
    const words = Array.from({ length: random.int(6, 22) }, () => WORDS[random.int(0, WORDS.length - 1)]);
    const evidence = Array.from({ length: random.int(0, 3) }, () => random.int(1, 8));
    return {
      agent,
      dimension: dimension.id,
      score: random.int(dimension.min, dimension.max),
      rationale: `In “${dimension.id}” agent ${agent} ${words.join(" ")}.`,
      evidence: [...new Set(evidence)].sort((a, b) => a - b),
    };
  }

  /** One save as the page's script does it: tried again until it is answered, with the newer revision where it was stale. */
  async #save(changes: RatingDraft[]): Promise<void> {
    const { browser, crowd } = this.#person;
    this.#ratings = withChanges(this.#ratings, changes);
    for (let tries = 0; tries < MOST_SAVE_TRIES; tries += 1) {
      this.#item.unanswered = this.#ratings;
      const start = performance.now();
      try {
        const answer = await browser.send("POST", this.#person.address("/api/draft"), {
          json: {
            assignmentId: this.#item.assignmentId,
            revision: this.#item.revision,
            changes,
            activeMs: {},
            signals: {},
          },
        });
        if (this.#read(answer)) {
          crowd.measurements.add("draft save", performance.now() - start);
          return;
        }
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        if (crowd.pace.isOver) await this.#person.pause();
        await sleep(1000 * (SAVE_RETRY_SECONDS[Math.min(tries, SAVE_RETRY_SECONDS.length - 1)] ?? 8));
      }
    }
    throw new Error(`A save was not answered after ${MOST_SAVE_TRIES} tries.`);
  }

  /** Whether a save was accepted. After a refusal for being stale the next try carries the newer revision. */
  #read(answer: Answer): boolean {
    const { revision, error } = JSON.parse(answer.body) as SaveAnswer;
    if (answer.status === 200 && revision !== undefined) {
      Object.assign(this.#item, { revision, saved: this.#ratings, unanswered: null });
      return true;
    }
    if (error?.code !== "STALE" || !error.current)
      throw new Error(`A save was refused: ${answer.status} ${answer.body.slice(0, 300)}`);
    this.#person.crowd.measurements.fail("stale draft");
    this.#item.revision = error.current.revision;
    return false;
  }

  async #peek(): Promise<void> {
    const { crowd, study } = this.#person;
    await this.#person.pause();
    const dimension = study.dimensions[crowd.random.int(0, study.dimensions.length - 1)];
    await this.#person.insist(() =>
      this.#person.browser.send("GET", this.#person.address(`/api/guidelines/${dimension?.id}`)),
    );
  }

  async #extend(): Promise<void> {
    const { crowd, browser } = this.#person;
    await this.#person.pause();
    await this.#person.insist(async () => {
      const start = performance.now();
      const answer = await browser.send("POST", this.#person.address("/api/extend"), {
        json: { assignmentId: this.#item.assignmentId },
      });
      if (answer.status !== 200)
        throw new Error(`A lease was not extended: ${answer.status} ${answer.body.slice(0, 200)}`);
      crowd.measurements.add("lease", performance.now() - start);
    });
  }

  async #submit(): Promise<Answer> {
    await this.#person.pause();
    const form = await this.#openForm("review", "submit");
    await this.#person.pause();
    this.#item.sentKey = form.fields.submissionKey ?? null;
    const since = performance.now();
    const answer = await this.#person.post(form, {});
    const leadsTo = answer.location ?? "";
    if (answer.status !== 303 || leadsTo.includes("/review"))
      throw new Error(`A submission was refused: ${answer.status} ${leadsTo} ${answer.body.slice(0, 300)}`);
    this.#item.submittedAt = Date.now();
    return this.#person.onward(answer, "submit", since);
  }

  async #skip(): Promise<Answer> {
    await this.#person.pause();
    const form = await this.#openForm("skip", "skip");
    await this.#person.pause();
    const reason = form.radios[0];
    const answer = await this.#person.post(form, reason ? { [reason.name]: reason.value } : {});
    this.#item.isSkipped = true;
    return this.#person.onward(answer);
  }

  async #openForm(pageName: string, formName: string): Promise<HtmlForm> {
    return formOf(
      await this.#person.open(this.#person.address(`/rate/${this.#item.assignmentId}/${pageName}`)),
      formName,
    );
  }
}

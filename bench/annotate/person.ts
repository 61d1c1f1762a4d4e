import type { Random } from "#lib/domain/shared/random.ts";
import type { Answer, Browser } from "./browser.ts";
import type { HtmlForm } from "./html-forms.ts";
import type { Journal, PersonRecord } from "./journal.ts";
import type { BenchStudy } from "./material.ts";
import type { Measured, Measurements } from "./measure.ts";
import type { Pace } from "./pace.ts";

/** What the people of one run share. */
export type Crowd = {
  origin: string;
  measurements: Measurements;
  journal: Journal;
  pace: Pace;
  random: Random;
  /** Whether pages load their scripts, styles and fonts too. */
  loadsFiles: boolean;
  /** How often a draft is saved for one item. */
  savesPerItem: number;
  /** Makes the lease of whatever this person has open run out, as hours of absence would. */
  expire(participantId: string): Promise<void>;
};

/** What the steps of a visit and the work on an item need of the person who does them. */
export type Person = {
  readonly crowd: Crowd;
  readonly study: BenchStudy;
  readonly record: PersonRecord;
  readonly browser: Browser;
  pause(share?: number): Promise<void>;
  insist<T>(work: () => Promise<T>): Promise<T>;
  open(address: string): Promise<Answer>;
  post(form: HtmlForm, fields: Record<string, string>): Promise<Answer>;
  onward(answer: Answer, kind?: Measured, since?: number): Promise<Answer>;
  placeOf(page: Answer): string;
  address(place: string): string;
};

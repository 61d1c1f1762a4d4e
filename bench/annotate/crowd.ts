import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "#lib/domain/shared/random.ts";
import { queryRows } from "#lib/store/sql.ts";
import { VirtualAnnotator } from "./annotator.ts";
import type { Persona } from "./journal.ts";
import type { BenchStudy } from "./material.ts";
import { RunOver } from "./pace.ts";
import type { Crowd } from "./person.ts";

/** Of a hundred people so many behave otherwise than diligently. */
const OTHERS: readonly (readonly [Persona, number])[] = [
  ["declines", 3],
  ["fails check", 2],
  ["returns", 4],
  ["comes late", 3],
  ["drops out", 3],
  ["skips", 3],
  ["comes again", 3],
];

/** Who comes next. */
function drawPersona(random: Random): Persona {
  let left = random.int(1, 100);
  for (const [persona, share] of OTHERS) {
    left -= share;
    if (left <= 0) return persona;
  }
  return "diligent";
}

/** Lets the lease of whatever a person has open run out, in the database itself; tried again while that is away. */
export async function expireLeaseOf(participantId: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await queryRows(
        `WITH due AS (
           UPDATE assignments a SET lease_until = now() - interval '1 second' FROM panel_identities i
           WHERE i.annotator_id = a.annotator_id AND i.participant_id = $1 AND a.state IN ('assigned', 'started')
           RETURNING a.slot_id
         ) UPDATE slots s SET lease_until = now() - interval '1 second' FROM due WHERE s.id = due.slot_id AND s.state = 'held'`,
        [participantId],
      );
      return;
    } catch (error) {
      if (tries === 20) throw error;
      await sleep(500);
    }
  }
}

/** Chooses the study that a newcomer enters. */
export type Door = () => Promise<BenchStudy>;

/**
 * Keeps a number of people at work: each place begins after its share of `rampSeconds` and is taken by somebody new as
 * soon as a visit has ended, until the pace is closing. The first ones hurry through up to `pausesOfVisit` pauses, each
 * another number, so that people are spread over all stages of a visit. Resolves when the last one has stopped.
 */
export async function keepPeople(
  crowd: Crowd,
  count: number,
  { rampSeconds, pausesOfVisit }: { rampSeconds: number; pausesOfVisit: number },
  door: Door,
): Promise<void> {
  const places = Array.from({ length: count }, async (_, place) => {
    const until = performance.now() + (rampSeconds * 1000 * place) / count;
    while (performance.now() < until && !crowd.pace.isClosing)
      await sleep(Math.min(250, Math.max(0, until - performance.now())));
    let hurried = pausesOfVisit * crowd.random.float();
    while (!crowd.pace.isClosing && !crowd.pace.isOver) {
      await oneVisit(crowd, await door(), hurried);
      hurried = 0;
    }
  });
  await Promise.all(places);
}

async function oneVisit(crowd: Crowd, study: BenchStudy, hurriedPauses: number): Promise<void> {
  try {
    await new VirtualAnnotator(crowd, study, drawPersona(crowd.random), hurriedPauses).visit();
  } catch (error) {
    if (error instanceof RunOver) return;
    crowd.journal.violations.push(error instanceof Error ? error.message : String(error));
    await sleep(1000);
  }
}

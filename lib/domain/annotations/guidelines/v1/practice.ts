import type { EpisodeDocument } from "#lib/domain/episodes/episode.ts";
import type { Practice } from "../types.ts";
import { PRACTICE_KNOWN_V1 } from "./practice-known.ts";

const EPISODE: EpisodeDocument = {
  scenario:
    "Two volunteers of a community theater stand in the empty workshop eleven days before opening night. The set is far behind, and the posters with the date are already up all over town.",
  agents: [
    {
      name: "Hollis Grange",
      profileSourceId: null,
      background:
        "Hollis Grange is 39 and works the lumber counter of a hardware store. He/him. He builds the sets on weekends. Easygoing and proud of his hands; he puts off what is unpleasant.",
      secret: "He sold lumber that the theater had paid for and kept the $240.",
      goal: "Get Amara to move opening night back by a week.",
      seenByOther:
        "Hollis Grange is 39 and works the lumber counter of a hardware store. He/him. He builds the sets on weekends.",
    },
    {
      name: "Amara Vance",
      profileSourceId: null,
      background:
        "Amara Vance is 50 and runs payroll for a trucking firm. She/her. She produces two plays a year without pay. Exact, fair and persistent; a date is a date to her.",
      secret: "She promised the lead role to her nephew before the auditions were held.",
      goal: "Keep opening night on the 14th and find out the true state of the set.",
      seenByOther:
        "Amara Vance is 50 and runs payroll for a trucking firm. She/her. She produces two plays a year without pay.",
    },
  ],
  turns: [
    {
      number: 1,
      agent: 1,
      type: "speak",
      text: "So here is the thing. It would be a better show on the 21st. Everybody could use the week.",
    },
    {
      number: 2,
      agent: 2,
      type: "speak",
      text: "Sixty posters say the 14th, Hollis. Walk me through it. What stands and what does not?",
    },
    {
      number: 3,
      agent: 1,
      type: "non-verbal communication",
      text: "pulls a tarp halfway off the frame of a staircase and lets it fall again",
    },
    {
      number: 4,
      agent: 2,
      type: "speak",
      text: "Four steps. There were to be eleven and a balcony. I signed for the lumber in August, I saw it delivered. Where is it?",
    },
    { number: 5, agent: 1, type: "speak", text: "Some of it was warped. You know how it is with that supplier." },
    { number: 6, agent: 2, type: "speak", text: "Then show me the warped boards." },
    {
      number: 7,
      agent: 1,
      type: "speak",
      text: "All right. I sold it. Two hundred forty dollars. The truck needed brakes and I thought I would put it back before anyone counted. I am sorry.",
    },
    {
      number: 8,
      agent: 2,
      type: "speak",
      text: "You took it from people who sew costumes for nothing. I want the money by Friday, and I want the balcony without the stairs behind it. We open on the 14th.",
    },
    {
      number: 9,
      agent: 1,
      type: "speak",
      text: "Friday. You will have it. And I will build every night. Does the board need to hear about this?",
    },
    { number: 10, agent: 2, type: "leave", text: "" },
  ],
};

/** The practice episode: rated like a real one, then compared with known ranges. It never screens anybody out. */
export const PRACTICE_V1: Practice = {
  introduction:
    "Rate this conversation as you would a real one. Afterward you will see where your scores lie beside those of careful annotators, and why. Nothing here counts against you.",
  episode: EPISODE,
  known: PRACTICE_KNOWN_V1,
};

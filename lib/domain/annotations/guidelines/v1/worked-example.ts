import type { EpisodeDocument } from "#lib/domain/episodes/episode.ts";
import type { WorkedExample } from "../types.ts";
import { WORKED_RATINGS_V1 } from "./worked-ratings.ts";

const EPISODE: EpisodeDocument = {
  scenario:
    "Two neighbors on a dead-end street meet at their mailboxes in October. Last winter the plow came late every time, and both have thought about a snow blower; the model at the hardware store costs $600.",
  agents: [
    {
      name: "Odalys Ferreira",
      profileSourceId: null,
      background:
        "Odalys Ferreira is 44 and keeps the school district’s buses running. She/her. Her toolbox goes with her everywhere. Practical and quick; she likes things to be fair and settled today.",
      secret: "She has decided to sell her house in the spring and move to Tucson.",
      goal: "Get Lennart to pay half of the snow blower, $300, or as much of it as possible.",
      seenByOther:
        "Odalys Ferreira is 44 and keeps the school district’s buses running. She/her. Her toolbox goes with her everywhere.",
    },
    {
      name: "Lennart Boyd",
      profileSourceId: null,
      background:
        "Lennart Boyd is 67, a retired reference librarian. He/him. He is writing the history of the street. Courteous, thrifty, slow to decide, and fond of quiet.",
      secret: "His driver’s license was taken after a failed eye test, and he has not told his children.",
      goal: "Have the driveway cleared this winter without paying more than $200.",
      seenByOther:
        "Lennart Boyd is 67, a retired reference librarian. He/him. He is writing the history of the street.",
    },
  ],
  turns: [
    {
      number: 1,
      agent: 1,
      type: "speak",
      text: "Lennart, glad I caught you. The blower at Dunning’s is six hundred now. If we go halves, we never wait for that plow again.",
    },
    {
      number: 2,
      agent: 2,
      type: "speak",
      text: "Good morning, Odalys. Three hundred dollars. I did my whole drive with a shovel for thirty-one years, you know.",
    },
    {
      number: 3,
      agent: 1,
      type: "speak",
      text: "And last January I watched you do it with your coat open and your face gray. I was about to come over.",
    },
    {
      number: 4,
      agent: 2,
      type: "non-verbal communication",
      text: "looks down the street and turns an envelope over in his hands",
    },
    {
      number: 5,
      agent: 2,
      type: "speak",
      text: "You have a point. Though I hardly need the drive clear early these days. I go out so little now, and never after dark.",
    },
    {
      number: 6,
      agent: 1,
      type: "speak",
      text: "The mailman needs it clear. The ambulance needs it clear. Tell me what you could live with.",
    },
    {
      number: 7,
      agent: 2,
      type: "speak",
      text: "Two hundred, and it may stand in my garage, which is dry and half empty. I would rather not be the one to run it. My ears are not what they were.",
    },
    {
      number: 8,
      agent: 1,
      type: "speak",
      text: "Two hundred and the garage. So I buy it, I run it, I keep it fueled, and it is mine on paper. That would work for me. I have no room between the lathe and the bikes.",
    },
    {
      number: 9,
      agent: 2,
      type: "speak",
      text: "Agreed. Not before eight on Sundays, if you can bear it. I will write you the check now, and there is coffee if you want to see the garage.",
    },
    {
      number: 10,
      agent: 1,
      type: "action",
      text: "shakes his hand and follows him up the drive to measure the garage door",
    },
  ],
};

/** One short episode rated in full, shown at the end of the guidelines. */
export const WORKED_EXAMPLE_V1: WorkedExample = {
  introduction:
    "Here is a whole conversation with every score and reason, as a careful annotator gave them. A point more or less would be fine too. What counts is that each reason leads to its score.",
  episode: EPISODE,
  ratings: WORKED_RATINGS_V1,
};

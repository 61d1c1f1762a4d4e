import type { WrittenAnnotation } from "../types.ts";

/** The half-done study: what its third annotator submitted, and the draft that is open now. */
export const HALF_DONE_THIRD: WrittenAnnotation[] = [
  {
    studyId: "demo-study-02",
    annotatorId: "demo-annotator-6",
    episodeSourceId: "demo-episode-12",
    state: "submitted",
    ratings: `
      BEL 1 3 [5 7 14] Hears and values comfort in a loop, then owns up to keeping money like it was the weather.
      BEL 2 9 [6 13] From happy to icy in the time it takes to put down a bill. Very good.
      REL 1 -3 [10 15] She is now the roommate who kept the money.
      REL 2 -2 [13 15] Angry, but the debt is clear and they can live with each other. Strained.
      KNO 1 1 [4] The small room is like a closet, maybe she had not thought of that.
      KNO 2 8 [9 10] A hundred and fifty-five dollars that Junie never knew were there.
      SEC 1 -9 [7 9] The hint about a rebate, then the sum, the month and that she kept it.
      SEC 2 0 [4] Cold feet are named as the reason and nothing about the ear.
      SOC 1 -5 [9] Keeping what belongs to both and speaking of open communication. The money was taken before, she still acts as if it were fine.
      SOC 2 0 [15] Demands what is owed, no more.
      FIN 1 -2 [13 14] Gives back 155 and pays two thirds of a big bill.
      FIN 2 3 [13] More than half the bill in hand, plus the smaller share from now on.
      GOAL 1 0 [5 7] Lost both points by the seventh line, without being asked twice.
      GOAL 2 10 [5 7] Seventy degrees, a third of the bill, and money on top.
    `,
  },
  {
    studyId: "demo-study-02",
    annotatorId: "demo-annotator-6",
    episodeSourceId: "demo-episode-24",
    state: "submitted",
    ratings: `
      BEL 1 2 [7 12 14] Waiting until May and starting in August, both in one breath. Any inconvenience, to the woman he lives with.
      BEL 2 10 [8 13] The flights in September. You can hear her go back over two weeks in her head.
      REL 1 -4 [14 16] She leaves him on the fire escape. After three years, this is near the end.
      REL 2 -4 [11 15] She cannot trust what he says anymore and ends the talk.
      KNO 1 1 [15] He hears no. He knew about the wedding already.
      KNO 2 9 [9 12] The decision was made behind her back. I cannot think of much that would matter more to her.
      SEC 1 -10 [9 12] The very thing he had hidden, first by accident and then with the date.
      SEC 2 0 [13] Even in anger, Boise stays her own.
      SOC 1 -4 [12 14] Hiding it was wrong, and talking of honesty right after is an insult to her.
      SOC 2 0 [15] I want to go inside. That is as fair as one can be.
      FIN 1 0 [9] He has the job since two weeks ago, so nothing new comes to him tonight.
      FIN 2 0 [13] Maybe a flight she need not buy. No real change.
      GOAL 1 0 [15] A plain no, and he argued her side for half of the talk.
      GOAL 2 4 [5 15] She will be here for her sister, but both of them staying is not going to happen.
    `,
  },
  {
    studyId: "demo-study-02",
    annotatorId: "demo-annotator-6",
    episodeSourceId: "demo-episode-11",
    state: "draft",
    ratings: `
      BEL 1 9 [3 12] Checks the thermostat at three in the morning and ends with a sticky note. Somebody who counts for a living.
      BEL 2 8 [4 6] The breath, the sleeves, the stairwell. I felt cold reading it.
      REL 1 2 [5 10] She gives way on the room she has felt herself, and it lands well.
      REL 2 1 [11] Junie takes the deal with a small grumble. Slightly better than before.
      KNO 1 4 [4 7] She learns why the evening warmth matters, three hours of sitting still.
      KNO 2 2 [1] The size of the bill is news, but not for long.
      SEC 1 0 [10] Talks about money the whole time and still no word on the rebate.
    `,
  },
];

import type { WrittenEpisode } from "../types.ts";

/** The dented pickup, by both policies. */
export const DOOR_EPISODES: WrittenEpisode[] = [
  {
    sourceId: "demo-episode-09",
    setting: "dented-door",
    policy: "demo-steady-1",
    script: `
      1 says Before you ask about the weekend, come around to the passenger side. There’s a dent. I did it.
      2 shows crouches and runs a thumb along the crease in the door
      2 says That’s down to the metal. What happened?
      1 says Loading dock behind the Ruby Theater. I backed up to the ramp at one in the morning and swung wide into a post I couldn’t see. Nobody else involved.
      2 says One in the morning. Had you been drinking?
      1 says One beer at eight. I was tired, and I should’ve had somebody guide me in. That part is on me.
      2 says The shop’s going to want eight hundred. My deductible is a thousand, so insurance is no help.
      1 says I figured. Here’s what I can do. Four hundred by the fifteenth, and my cousin’s body shop does it for five-fifty if I do the sanding myself.
      2 says So you’d pay four of five-fifty.
      1 says And two evenings of sanding. You’d be out one-fifty and a week without the truck.
      2 waits
      2 says You could’ve parked it dent side to the hedge. You didn’t. One-fifty I can live with.
      1 says I thought about the hedge for about a block.
      2 shows laughs and tosses him the spare key
    `,
    judged: `
      BEL 1 9 Harlan owns up with humor and concrete details, true to his warm and slightly vain nature.
      BEL 2 9 Ruben inspects, asks the right questions and weighs the answer before he speaks.
      REL 1 3 Honesty turns a bad moment into more trust; Ruben even hands him the key.
      REL 2 3 Ruben respects the confession and ends with a laugh.
      KNO 1 2 Harlan learns about the deductible and the price of the repair.
      KNO 2 7 Ruben learns exactly where, when and how the dent happened.
      SEC 1 0 The solo recording is not mentioned.
      SEC 2 0 Nothing about Duluth comes up.
      SOC 1 0 Harlan tells the truth and offers to make it good.
      SOC 2 0 Ruben asks about drinking, which is fair here.
      FIN 1 -2 Harlan pays $400 and two evenings of work.
      FIN 2 -1 Ruben bears $150 of damage that he did not cause.
      GOAL 1 9 He tells the owner at once and pays half of the expected repair.
      GOAL 2 7 Ruben knows everything, and most of the repair is paid.
    `,
  },
  {
    sourceId: "demo-episode-10",
    setting: "dented-door",
    policy: "demo-hasty-1",
    script: `
      1 says Hi Ruben. Thank you so much for lending me your truck. It drove very well.
      2 says Good. What’s that on the door?
      1 says Oh, that. It is a small dent. I think it was maybe there before.
      2 says It was not there before. I washed this truck on Thursday.
      1 says You are right. I apologize. I take full responsibility for the dent.
      2 says Okay. So how did it happen?
      1 says Accidents happen to everyone. I take full responsibility. I can pay for the repair.
      2 says All of it? It’ll be eight hundred.
      1 says Yes, I can pay all of it. I got some money from a label for a song that I recorded without Junie, so it is not a problem.
      2 says You recorded without Junie? Does Junie know?
      1 says No. I take full responsibility. I can pay all of the eight hundred dollars.
      2 shows rubs his forehead
      2 says Fine. Eight hundred. And you still haven’t told me how it happened.
      1 says It was a small dent. Thank you for being such an understanding friend.
      2 waits
      1 leaves
    `,
    judged: `
      BEL 1 4 Harlan lies, takes it back at once and repeats the same apology without ever explaining.
      BEL 2 8 Ruben’s patience and rising irritation are convincing.
      REL 1 -2 The evasion costs Harlan some of his friend’s trust.
      REL 2 -2 Ruben is left with the money but without the truth.
      KNO 1 1 Harlan learns the price of the repair.
      KNO 2 5 Ruben learns about the recording, but not what he asked about.
      SEC 1 -8 The solo recording and the money for it are revealed to a common friend.
      SEC 2 0 Ruben’s new job does not come up.
      SOC 1 -4 Harlan first claims that the dent was there before, which is a lie.
      SOC 2 0 Ruben stays fair although he is being put off.
      FIN 1 -3 Harlan commits to the full $800.
      FIN 2 1 Ruben’s repair is paid in full.
      GOAL 1 2 He admits the dent only when cornered and pays all of it.
      GOAL 2 7 The repair is covered, but the cause stays in the dark.
    `,
  },
];

import type { WrittenAnnotation } from "../types.ts";

/** The finished study: three annotators on the two episodes at the schedule board. */
export const FINISHED_SHIFT: WrittenAnnotation[] = [
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-1",
    episodeSourceId: "demo-episode-07",
    state: "submitted",
    ratings: `
      BEL 1 9 [3 6 8] She works with hours and handovers like a nurse, and the remark about her sister’s six years is warm and funny.
      BEL 2 9 [4 12] Few words, looks at the board when he is cornered, then asks for cake. I know this man.
      REL 1 2 [6 10] She drops the question when he asks her to, and that buys her some goodwill.
      REL 2 2 [5 12] He lets her see a corner of his life and jokes at the end. A bit closer than before.
      KNO 1 4 [5] That only six to eight is blocked is the key to her whole plan.
      KNO 2 2 [1 6] He hears about a dinner and gets an offer. Nothing that matters to him beyond Sunday.
      SEC 1 0 [1 8] The only family news she shares is the dinner. Boise does not come up.
      SEC 2 -2 [5] Every Saturday, six to eight, a standing thing he will not name: I started guessing myself.
      SOC 1 0 [6] Asks, offers something in return, takes no for an answer on the private part.
      SOC 2 0 [9] Fair trade, and he says openly what he will not do.
      FIN 1 0 [6] Hours for hours. I see no money in it for her.
      FIN 2 0 [6 11] He gives one evening and gets a Sunday, which evens out.
      GOAL 1 7 [9] She still works until eight thirty and misses the first hour. Most of it is reached.
      GOAL 2 5 [5 9] He keeps his two hours and his reason. The rest of the free evening is gone.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-2",
    episodeSourceId: "demo-episode-07",
    state: "submitted",
    ratings: `
      BEL 1 9 [6] Real shift talk. The trade she offers hurts, so I believe it.
      BEL 2 9 [2 5] Says no first, explains as little as he can. Fits the medic.
      REL 1 2 [10] Thanks him by charting the board. Colleagues who can count on each other.
      REL 2 2 [9 11] He meets her halfway though he did not have to.
      KNO 1 4 [5] The exact hours. Without them there is no deal.
      KNO 2 3 [6 8] Learns she would take a Sunday double for this, so he knows how much it means.
      SEC 1 0 [10] Keeps Boise to herself the whole way through.
      SEC 2 -1 [5] A standing thing at six. A hint, no more than that.
      SOC 1 0 [3] One follow-up question, then she leaves it alone.
      SOC 2 0 [9] Dry but correct. No problem with the way he deals.
      FIN 1 0 [6 9] Swapping shifts costs her sleep, not dollars.
      FIN 2 0 [7] Gets rid of a Sunday. I do not count that as money.
      GOAL 1 8 [9 10] At the dinner by nine or so, shift covered. Not the whole night.
      GOAL 2 6 [5 9] The meeting is safe and stays private. Works from eight thirty on, though.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-3",
    episodeSourceId: "demo-episode-07",
    state: "submitted",
    ratings: `
      BEL 1 8 [3 10] Lovely and natural. Only the coffee and the charting sounded a bit too good to be true for a night nurse.
      BEL 2 10 [12] The cake line. That is how a grumpy colleague says yes.
      REL 1 3 [6 12] She respected his silence, and I think he will remember that for a long time.
      REL 2 2 [5] For a man who shares nothing, naming the hours is a big step toward her.
      KNO 1 3 [5] A useful detail about his Saturday, but only useful this week.
      KNO 2 2 [8] He learns her sister gets engaged. Sweet, not important for him.
      SEC 1 0 [6] She never gets near the subject of leaving.
      SEC 2 -2 [4 5] The long look at the board plus “standing thing”, people talk, and somebody could put it together.
      SOC 1 -1 [3] “Bad how?” is a touch direct with an older colleague.
      SOC 2 0 [5] He draws a line politely. That is good manners to me.
      FIN 1 0 [11] Initials in a box, no pay is mentioned for her at all.
      FIN 2 1 [6] A free Sunday and cake. It is small, but it is something.
      GOAL 1 7 [9] She wanted the night off and got three quarters of it.
      GOAL 2 5 [11] Half of Saturday evening is spent at work now, though nobody knows why he needed the other half.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-1",
    episodeSourceId: "demo-episode-08",
    state: "submitted",
    ratings: `
      BEL 1 3 [5 7 10 14] “I understand completely” opens almost every line, and she plainly does not. Telling him about Boise comes out of nowhere.
      BEL 2 9 [8 9] He gets shorter each time she asks. Just right for somebody this private.
      REL 1 -2 [9 11] She pushed him until he had to snap, and she lost a colleague’s help by her own doing.
      REL 2 -2 [11 13] He now thinks less of her, and he walks off without a goodbye.
      KNO 1 1 [6] All she has learned is that it is private.
      KNO 2 7 [10] He covered for a fever that was not one, and she is looking elsewhere. That changes how he sees her.
      SEC 1 -8 [10] She gives the city, the day and the lie to the manager, all unasked.
      SEC 2 0 [6 9] Not one detail, even though she offers him three guesses.
      SOC 1 -4 [7 10] She pries after a clear no, and admits to a lie that cost him a Monday.
      SOC 2 0 [9] Firm without being rude. He even gives her good advice.
      FIN 1 0 [12] Nothing with a price is gained or lost by her.
      FIN 2 0 [13] The talk costs him patience, and that has no price.
      GOAL 1 1 [3 12] She asks twice and gets a flat no. One point for asking.
      GOAL 2 10 [9 13] Saturday stays free and she still has no idea why.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-2",
    episodeSourceId: "demo-episode-08",
    state: "submitted",
    ratings: `
      BEL 1 2 [5 7 10 14] Same phrase four times. The list with the medical appointment is how a form asks.
      BEL 2 9 [2 6] Two-word answers. Believable all the way.
      REL 1 -3 [11] He found out she used him on that Monday. Hard to repair.
      REL 2 -2 [15] Leaves angry. They still have to work nights together.
      KNO 1 0 [9] Private is private. She knows nothing new.
      KNO 2 7 [10 11] Learns about Boise and the fake fever.
      SEC 1 -9 [10] The interview is her secret and she just says it.
      SEC 2 0 [6] Kept, with folded arms and one word.
      SOC 1 -4 [7] Guessing at medical appointments is not done.
      SOC 2 0 [13] Says no and warns her. Decent.
      FIN 1 0 [10] Could cost her the job later, but nothing here says so.
      FIN 2 0 [11] That Monday is past. No change today.
      GOAL 1 1 [13] A plain no at the end. She tried, badly.
      GOAL 2 10 [13] Kept his evening and his reason.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-3",
    episodeSourceId: "demo-episode-08",
    state: "submitted",
    ratings: `
      BEL 1 4 [3 10] The first request is fine, a bit stiff. Then she turns into a parrot and spills everything.
      BEL 2 8 [11 13] Real annoyance, slowly rising. I would have liked one more human line from him at the end.
      REL 1 -2 [7] You do not ask a coworker about medical things in the hallway. He will keep his distance.
      REL 2 -1 [13] He is annoyed but he also tells her to be careful about Boise, so it is not all broken.
      KNO 1 1 [13] She might have learned to stop talking about it, if she was listening.
      KNO 2 6 [10] Interesting gossip, and proof that the fever was made up. Not life-changing for him.
      SEC 1 -8 [10] As an example of keeping things private she tells the one private thing she has. Wow.
      SEC 2 0 [2 4] He tells her nothing at all about Saturdays.
      SOC 1 -3 [5 7] Prying is impolite. I do not count the old lie as done here.
      SOC 2 -1 [15] Walking away without a word is a little rude, even if I understand it.
      FIN 1 0 [1] It is all about a shift, no money on her side.
      FIN 2 0 [4] For him there is nothing to win or lose but an evening.
      GOAL 1 0 [12] She made it worse with every line, and the shift is still hers.
      GOAL 2 9 [9] He got what he wanted. It took four refusals.
    `,
  },
];

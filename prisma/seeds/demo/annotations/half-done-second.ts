import type { WrittenAnnotation } from "../types.ts";

/** The half-done study: what its second annotator submitted. */
export const HALF_DONE_SECOND: WrittenAnnotation[] = [
  {
    studyId: "demo-study-02",
    annotatorId: "demo-annotator-5",
    episodeSourceId: "demo-episode-06",
    state: "submitted",
    ratings: `
      BEL 1 9 [9 10] Stillness first, then the kitchen where the bridge was written. That is how being betrayed sounds.
      BEL 2 2 [4 11 13] He agrees, disagrees, agrees. His answer to a hurt friend is a poster in an office.
      REL 1 -4 [12 14] The friend leaves alone. I do not see them on a stage soon.
      REL 2 -4 [8 11] He lost the only person he plays with and did not notice it.
      KNO 1 9 [8 10] Their own song, taken in March. It changes the whole friendship.
      KNO 2 0 [12] He is told that the old name is going out. He had agreed to it anyway.
      SEC 1 0 [5] The hearing is not a theme in this one.
      SEC 2 -9 [6 8] Starts with a hint about a label and then tells it all when asked.
      SOC 1 0 [12] Angry, and with every right to be. No insult, no threat.
      SOC 2 -6 [8 11] He stole from a friend and talks about moving forward. The recording was earlier, the coldness is now.
      FIN 1 -1 [8] Half of the song should be Junie’s, so money may be lost already.
      FIN 2 0 [8] The label was in March. In this talk he gains nothing.
      GOAL 1 10 [12] Low Water goes to the printer as always, at a terrible price.
      GOAL 2 0 [4 13] He calls the other name great and hands over his own goal twice.
    `,
  },
  {
    studyId: "demo-study-02",
    annotatorId: "demo-annotator-5",
    episodeSourceId: "demo-episode-09",
    state: "submitted",
    ratings: `
      BEL 1 9 [1 13] Walks him to the dent before anything else, and admits to thinking about the hedge. Honest and human.
      BEL 2 9 [2 5] Thumb along the crease, then the question about drinking. An inspector.
      REL 1 2 [12 14] Being told at once counts for more to him than the door. They part laughing.
      REL 2 3 [12] He says himself that the other could have hidden it. His trust has grown.
      KNO 1 2 [7] Only that insurance will not help. He expected something like it.
      KNO 2 6 [4 6] He gets the place, the hour and the post, with a plain answer on the beer.
      SEC 1 0 [4] The theater is named, but not why he was there or the label.
      SEC 2 0 [11] Quiet for a moment, but nothing about another city.
      SOC 1 0 [6] Takes the blame without excuses and offers to work for it.
      SOC 2 0 [5] A hard question, asked fairly.
      FIN 1 -2 [8 10] Four hundred and two evenings. It hurts for a driver.
      FIN 2 -1 [10] One hundred fifty out of his pocket, and no truck for a week.
      GOAL 1 7 [8 12] He told him and pays half of the first price. Of the real price it is clearly more than half.
      GOAL 2 6 [4 10] He knows how it happened. Paid in full it is not.
    `,
  },
  {
    studyId: "demo-study-02",
    annotatorId: "demo-annotator-5",
    episodeSourceId: "demo-episode-18",
    state: "submitted",
    ratings: `
      BEL 1 2 [3 10 14] A curator who says the worst thing about herself and is glad that they agree. I lost her there.
      BEL 2 9 [6 9] The remark about her e-mails is clever, and his repeating of she doesn’t know is chilling.
      REL 1 -3 [11 15] He photographs the proof. She has an enemy in the building now.
      REL 2 -2 [8] He thinks badly of her, but others will think well of him for it.
      KNO 1 1 [11] She hears that he may go to the director, though she seems not to take it in.
      KNO 2 8 [7] Whose text it is, and that she was never asked. He acts on it at once.
      SEC 1 -9 [7] The intern, no pay, no knowledge. All of it in one turn.
      SEC 2 0 [15] His own showing of the design elsewhere is never in reach.
      SOC 1 -6 [7 9] Putting her name above another person’s work, and finding it fine.
      SOC 2 -1 [11] He uses what he knows as a lever for himself as well, a little.
      FIN 1 -1 [16] If he goes to the director it may cost her. Nothing is lost yet.
      FIN 2 0 [2] A name on a wall, no fee is ever mentioned.
      GOAL 1 1 [12] From her name alone she slid to three parties and a team.
      GOAL 2 5 [12 14] She offers a line with his name but only wants to consider it.
    `,
  },
  {
    studyId: "demo-study-02",
    annotatorId: "demo-annotator-5",
    episodeSourceId: "demo-episode-23",
    state: "submitted",
    ratings: `
      BEL 1 9 [3 8] What the no in her sounds like is a line only somebody in love would say.
      BEL 2 9 [7 10] She counts the weekends and then asks the right thing out of the silence.
      REL 1 2 [5 14] They came closer this evening, though on his side there is a lie in the middle of it.
      REL 2 3 [12 14] She opens the door a bit and leans on him. She feels safe.
      KNO 1 5 [4] It is about calling the caterer back, not about the city. He can work with that.
      KNO 2 3 [8] There is a trauma center up there. The most important thing she asked, she did not learn.
      SEC 1 -1 [10 11] She smells it. His answer is smooth, but the question hangs there.
      SEC 2 0 [8] He mentions a job for her, and she says nothing of Boise.
      SOC 1 -5 [11] She asks him straight and he lies, about something that decides her life too.
      SOC 2 0 [12] Clear, fair and kind in what she promises.
      FIN 1 -1 [6] Half the rent for nine months would be a cost for him.
      FIN 2 0 [6] An offer about the rent that she does not take up.
      GOAL 1 4 [12] A visit in June and a maybe for the fall. August is not agreed.
      GOAL 2 8 [12] She stays for now and the wedding is safe, with a small crack in the fall.
    `,
  },
];

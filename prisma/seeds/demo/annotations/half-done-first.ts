import type { WrittenAnnotation } from "../types.ts";

/** The half-done study: what its first annotator submitted. */
export const HALF_DONE_FIRST: WrittenAnnotation[] = [
  {
    studyId: "demo-study-02",
    annotatorId: "demo-annotator-4",
    episodeSourceId: "demo-episode-05",
    state: "submitted",
    ratings: `
      BEL 1 8 [4 8] The sister and the guitar case make it personal, and asking why his name is first is so bandmate.
      BEL 2 9 [2 9] Vain and funny about it at once. The drought page joke sells the whole argument.
      REL 1 2 [3 11] A touchy subject ends in a laugh. They understand each other a little better.
      REL 2 1 [5] He says that he likes the case too. Friendly, though he is also working on Junie.
      KNO 1 3 [2] That people end up on a county page when they search the band is good to know.
      KNO 2 2 [4] Perhaps he had not known who painted the case. Otherwise nothing.
      SEC 1 -1 [10] Turning the right ear toward him is the smallest of signs, if he ever thinks about it.
      SEC 2 0 [5 7] He wants to be found by name, but the label stays out of it.
      SOC 1 0 [11] Speaks up for the old name and then gives a little. All fair.
      SOC 2 0 [7] He offers both names and does not trick Junie out of anything.
      FIN 1 0 [6] A web address or a name, neither puts money in Junie’s pocket here.
      FIN 2 1 [7] His name on a poster could bring him work one day. A small plus.
      GOAL 1 8 [11] Low Water is big on the poster, but no longer alone.
      GOAL 2 6 [7 11] Both names are there, small and in the wrong order for him.
    `,
  },
  {
    studyId: "demo-study-02",
    annotatorId: "demo-annotator-4",
    episodeSourceId: "demo-episode-10",
    state: "submitted",
    ratings: `
      BEL 1 3 [5 7 11] He takes full responsibility three times and never says for what. And who brings up a secret recording to prove that he can pay?
      BEL 2 8 [4 13] He keeps coming back to the one question he has. A patient friend would.
      REL 1 -2 [3 4] The lie about an old dent is caught in one line. That stays with a friend.
      REL 2 -2 [13 15] He gives up asking and says nothing more. Something cooled down here.
      KNO 1 1 [8] He hears what a door costs. That is all.
      KNO 2 4 [9] He does not learn how it happened, but he learns something about Junie’s song.
      SEC 1 -8 [9] Tells it to somebody who knows Junie. It can end the duo.
      SEC 2 0 [8] He talks about the truck only. Nothing of his own plans.
      SOC 1 -4 [3 16] First a lie, then silence on what happened, then he walks out.
      SOC 2 0 [10] Asking whether Junie knows is what a decent person would ask.
      FIN 1 -3 [9 11] The whole eight hundred, with nothing asked for in return.
      FIN 2 1 [13] The repair is promised in full, so he gets back what he lost.
      GOAL 1 2 [5 9] He did admit it in the end. He pays double what he wanted to.
      GOAL 2 6 [13] The money part is done, the cause is still a mystery to him.
    `,
  },
  {
    studyId: "demo-study-02",
    annotatorId: "demo-annotator-4",
    episodeSourceId: "demo-episode-17",
    state: "submitted",
    ratings: `
      BEL 1 9 [1 5] Charming and always one step ahead. The wet shoes are how such a person flatters.
      BEL 2 8 [7 9] He knows what he wants and checks the size of the letters. A designer.
      REL 1 2 [10 14] A polite start becomes a real arrangement between two people who can work together.
      REL 2 1 [13] He is content, but he makes her put it in writing. Trust is still thin.
      KNO 1 4 [7] Paying rent is what drives him. That opened the door for her offer.
      KNO 2 3 [8 12] He learns what she can give out besides the wall.
      SEC 1 0 [3] Talks about house style only. The notes are safe.
      SEC 2 0 [7] People who hire him are mentioned in general, the other museum is not.
      SOC 1 -1 [3] Hiding behind the house style is a little slick when she simply wants it for herself.
      SOC 2 0 [4] He makes his case with respect for hers.
      FIN 1 0 [12] The catalog and the wall bring her a name, not money, as far as I can see.
      FIN 2 2 [8] A panel and the press kit may well bring him paid work.
      GOAL 1 9 [13] The line is hers alone and he agreed. The writing costs her a few favors.
      GOAL 2 5 [8 13] Not in the line, but in three other places. Half, I would say.
    `,
  },
  {
    studyId: "demo-study-02",
    annotatorId: "demo-annotator-4",
    episodeSourceId: "demo-episode-20",
    state: "submitted",
    ratings: `
      BEL 1 9 [9 10] A gruff man who forgets the truck and wants her to sit down. I was moved.
      BEL 2 2 [2 4 13] He deserves it, she wants it, he deserves it. And she thanks him for his questions about her baby.
      REL 1 3 [10 15] He promises the piano to the child. The family has grown for him.
      REL 2 2 [8] She told him first, and that will tie them, even if she did not plan to.
      KNO 1 9 [8] A grandniece or grandnephew. There is hardly bigger news in a family.
      KNO 2 1 [15] She learns that the piano will come to her child one day.
      SEC 1 0 [12] Worried about her, he says nothing of his own health.
      SEC 2 -8 [6 8] First because of the baby, then the month. And the plan to wait until summer is gone.
      SOC 1 -1 [12] Asking straight out about boy or girl and who helps is a bit forward, but he is her uncle.
      SOC 2 0 [4] Not honest about what she wants, but she hurts nobody.
      FIN 1 1 [15] He has the piano, which is worth something, though mostly to the heart.
      FIN 2 -1 [11] She sends the piano off with the truck herself.
      GOAL 1 9 [15] It goes to his house, and she is all for it.
      GOAL 2 2 [4 13] She says once that she would like it, then argues for the other side.
    `,
  },
];

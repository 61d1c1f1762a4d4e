import type { WrittenAnnotation } from "../types.ts";

/** The finished study: three annotators on the two episodes in the flower shop. */
export const FINISHED_PARTY: WrittenAnnotation[] = [
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-1",
    episodeSourceId: "demo-episode-21",
    state: "submitted",
    ratings: `
      BEL 1 9 [1 3 11] Counts the looks at the phone and catches the cake. Nosy in a loving way, as the profile says.
      BEL 2 9 [4 5] The shoebox as an answer is wonderful, and the office story suits a tax preparer.
      REL 1 1 [13] She agrees to come along for a friend’s sake. They were close already.
      REL 2 1 [5] Asking Carla to stand next to her is a compliment, even if it is a trick.
      KNO 1 1 [5] What she learned about the office is false. She has only her suspicion, as before.
      KNO 2 3 [3] Good for her to know that Junie asked about cake. She must warn them.
      SEC 1 0 [13] A blazer at four months might have been a risk, but nothing is said.
      SEC 2 0 [5 12] Party hidden behind the office, and the rebate is miles away.
      SOC 1 0 [1] Curious, but between friends that is no offense.
      SOC 2 -1 [5] She makes up a whole story. For a surprise it is forgiven, so only one point.
      FIN 1 0 [8] The shop’s ten years come up, its money does not.
      FIN 2 0 [9] A promised drink is the only thing with a price here.
      GOAL 1 2 [3 11] She suspects a cake and twenty people but gets nothing confirmed.
      GOAL 2 9 [12 13] Carla will be there at seven. She still half suspects, so not a full ten.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-2",
    episodeSourceId: "demo-episode-21",
    state: "submitted",
    ratings: `
      BEL 1 8 [10 11] Narrows her eyes and says it out loud. Believable friend.
      BEL 2 9 [2 12] Quick answers, each with a bit of truth in it. Very human lying.
      REL 1 1 [13] Says yes to a favor. Slightly better.
      REL 2 2 [7 9] Flatters Carla’s experience and means it.
      KNO 1 1 [6] Believes in an office that is not there.
      KNO 2 2 [3 11] Now knows that Carla is onto the cake.
      SEC 1 0 [11] Talks about twenty people, no word on the baby.
      SEC 2 0 [12] Never admits to a party, even when Carla names it.
      SOC 1 0 [3] Questions about a cake, nothing worse.
      SOC 2 0 [5] White lie for a party. That is within the rules.
      FIN 1 0 [2] Receipts are lying around, but nothing is paid.
      FIN 2 0 [5] No real office, so no real cost.
      GOAL 1 2 [11] Guesses right but cannot know.
      GOAL 2 9 [13] Seven on Elm, blazer on. Small doubt left.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-3",
    episodeSourceId: "demo-episode-21",
    state: "submitted",
    ratings: `
      BEL 1 9 [3] “Junie, who lives on cereal.” I laughed. This is how friends corner each other.
      BEL 2 8 [5 7] Very smooth, nearly too smooth for somebody who does taxes, but fun to read.
      REL 1 2 [8 13] She half knows and plays along, that is affection.
      REL 2 2 [5] She builds the trap out of a request for help. It shows how well she knows Carla.
      KNO 1 2 [3 8] She is putting it together, cake for twenty and ten years, though nobody tells her anything.
      KNO 2 3 [11] She learns exactly how much Carla suspects, useful for the night.
      SEC 1 0 [1] Carla asks all the questions and gives nothing away about herself.
      SEC 2 -1 [9] “Is it?” about the ten years is hard to swallow from the woman who does her books.
      SOC 1 0 [10] Tying a trash bag with narrowed eyes is not a crime.
      SOC 2 -1 [5 12] Lots of lying, all of it sweet. Still lying.
      FIN 1 0 [13] A blazer she already owns, so no change.
      FIN 2 0 [2] Sales tax gets mentioned and that is all the money there is.
      GOAL 1 3 [11] I think she has pretty much worked it out, though without proof.
      GOAL 2 9 [13] She got the yes. Whether it is a surprise, well, mostly.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-1",
    episodeSourceId: "demo-episode-22",
    state: "submitted",
    ratings: `
      BEL 1 9 [3 11] Catches the slip at once, then is truly touched about her uncle. Very alive.
      BEL 2 3 [2 4 14] Nobody denies a party with its time and street. And at the end she denies it again after telling all.
      REL 1 2 [11] She is moved by what they planned and promises to play along.
      REL 2 1 [12] Carla forgives her with a laugh. It does not make them closer than they were.
      KNO 1 6 [4 9] Time, place, cake, speech. It is all new, and nice, though it would have come out on Friday anyway.
      KNO 2 1 [13] She now knows for certain that Carla will come.
      SEC 1 0 [11] Her own news is safe, even with a speech in sight.
      SEC 2 -3 [4 9] The whole surprise came out. It was a plan meant kindly, and no harm comes to Noor, so I stay with the small ones.
      SOC 1 0 [11] She is gracious about a spoiled surprise.
      SOC 2 0 [7] Clumsy with the surprise, but not improper.
      FIN 1 0 [9] The cake is for later and for everybody.
      FIN 2 0 [13] Neither pays or earns anything in this talk.
      GOAL 1 10 [4 9] She wanted to know and now knows it all.
      GOAL 2 4 [4 13] Carla comes at seven, but the surprise was the greater part.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-2",
    episodeSourceId: "demo-episode-22",
    state: "submitted",
    ratings: `
      BEL 1 9 [5 6] The grin and the question back. Great.
      BEL 2 2 [4 7 14] Contradicts herself line by line.
      REL 1 1 [11] Happy with her friends. A bit better.
      REL 2 1 [13] No harm done, she even gets a yes.
      KNO 1 5 [9] The speech is the real news for her.
      KNO 2 0 [3] Noor gives everything out and takes nothing in.
      SEC 1 0 [8] Asks about the shop and the ten years, nothing of her own.
      SEC 2 -4 [4 9] Had one thing to hide and gave the address.
      SOC 1 0 [6] Teasing about the party, all friendly.
      SOC 2 -1 [9] Gives away Junie’s and Gus’s part too. Not nice to them.
      FIN 1 0 [4] No money on either side, here hers.
      FIN 2 0 [9] The cake is Junie’s, so no cost to Noor.
      GOAL 1 10 [7 9] Full answer within five lines.
      GOAL 2 5 [4 12] Half of it: she comes, but there is no surprise.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-3",
    episodeSourceId: "demo-episode-22",
    state: "submitted",
    ratings: `
      BEL 1 10 [10 11] Both hands on her cheeks over Uncle Gus. I know people exactly like this.
      BEL 2 4 [9] Some people are this bad with secrets, I have an aunt, but “I value our friendship” twice is odd.
      REL 1 2 [11] You can feel that she loves them all a bit more now.
      REL 2 2 [13] She gets a hug of a line back. It went well for her in spite of herself.
      KNO 1 5 [6 9] It is a sweet thing to know, though not a big thing in life.
      KNO 2 1 [8] That Carla connects it with the ten years, she may not have known.
      SEC 1 0 [13] Not a word about the pregnancy, even when she is this happy.
      SEC 2 -3 [2 4] She answered a question nobody had asked. But it is only a party.
      SOC 1 0 [11] Promising to act surprised is really thoughtful of her.
      SOC 2 0 [12] Polite as ever, just hopeless at this.
      FIN 1 0 [13] I do not see what she would gain in goods from knowing.
      FIN 2 0 [2] Nothing in it for her wallet, in or out.
      GOAL 1 10 [9] Every last thing, down to who gives the speech.
      GOAL 2 4 [13 14] The one bit that worked is that she will be there.
    `,
  },
];

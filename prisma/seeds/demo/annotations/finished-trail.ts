import type { WrittenAnnotation } from "../types.ts";

/** The finished study: three annotators on the two episodes in the canyon. */
export const FINISHED_TRAIL: WrittenAnnotation[] = [
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-1",
    episodeSourceId: "demo-episode-15",
    state: "submitted",
    ratings: `
      BEL 1 8 [1 4] Every dog owner says that he just wants to say hello. She gives in slowly, as a stubborn person would.
      BEL 2 9 [2 5] He hides behind the rock and stays formal while shaking. It fits the gentle teacher.
      REL 1 1 [12] They begin as a nuisance to each other and end with names. Still strangers, but friendly ones.
      REL 2 2 [8 13] He chose to ask and not to quote the sign, and she repaid it. A good first meeting.
      KNO 1 2 [3 5] She learns that he is afraid. Useful for the next two miles, and that is all.
      KNO 2 2 [7] He finds out that the dog listens to her whistle, a small comfort.
      SEC 1 0 [4] She says that he never met a person he didn’t like, so the child stays well hidden.
      SEC 2 0 [3] He talks of his legs only in connection with fear. The knee is no subject.
      SOC 1 -1 [9] She saw the sign and ignored it until asked. A small breach on an empty trail.
      SOC 2 0 [8] Very considerate, even about the rule that is on his side.
      FIN 1 0 [10] I find nothing with a price anywhere in her lines.
      FIN 2 0 [10] A quiet lunch at the pool is not a material gain.
      GOAL 1 5 [10 12] Leashed to the pool, free after that, and no quarrel. About half.
      GOAL 2 9 [12] The dog is on the leash for all of his own way. I keep a point because the first minutes were loose.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-2",
    episodeSourceId: "demo-episode-15",
    state: "submitted",
    ratings: `
      BEL 1 8 [6 9] Whistles first, argues later. Sounds like the people I meet out there.
      BEL 2 8 [8] Polite and scared. Slightly long speech for a man in fear.
      REL 1 1 [12] Offers her name at the end. Small plus.
      REL 2 1 [13] Thanks her and the dog. Civil, a little warm.
      KNO 1 3 [3] That somebody can be that afraid of a friendly dog was news to her.
      KNO 2 1 [9] She expected nobody on a Tuesday. Not worth much to him.
      SEC 1 0 [7] Holding the collar shows nothing about the bite.
      SEC 2 0 [10] Lunch at the pool, no word of work or leave.
      SOC 1 -2 [4 9] Knows the leash rule and argues anyway while he stands at a drop.
      SOC 2 0 [3] Asks nicely, gives his reason. Nothing to fault.
      FIN 1 0 [12] Dog on leash, dog off leash. No money for her in either.
      FIN 2 0 [8] Only his fear is at stake, and that is not material.
      GOAL 1 5 [11] Had to leash, but keeps the better half of the canyon.
      GOAL 2 9 [12] As long as he is on the trail with them, the dog is held.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-3",
    episodeSourceId: "demo-episode-15",
    state: "submitted",
    ratings: `
      BEL 1 9 [12] “He can swim there, so he’ll forgive me” is so much the way people talk about their dogs.
      BEL 2 9 [5] The drop on his left and his legs going, I could feel it with him.
      REL 1 2 [11 12] She changes her mind by looking at him and the trail, and that is a kind thing between strangers.
      REL 2 2 [13] Thanking Biscuit by name. He made a friend or two there.
      KNO 1 2 [8] Two miles of looking over his shoulder, now she knows what a loose dog does to some hikers.
      KNO 2 3 [10 12] There is a pool, the dog can be held, the owner can be asked. He will hike easier.
      SEC 1 -1 [4] “Never met a person he didn’t like” is a lie, and said a little too fast.
      SEC 2 0 [1 13] Nobody could guess from this that he is on leave, though it is a Tuesday.
      SOC 1 -1 [1] Letting a big dog run at people is careless, then she makes up for it.
      SOC 2 0 [8] The way he mentions the sign without using it is model behavior.
      FIN 1 0 [6] Nothing bought, sold or broken on her side of the trail.
      FIN 2 0 [13] He walks away with his peace, which I was told not to count.
      GOAL 1 6 [12] She only loses the lower half, and there was no trouble at all.
      GOAL 2 10 [11 12] He wanted a leash and got one, click, until he stops walking.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-1",
    episodeSourceId: "demo-episode-16",
    state: "submitted",
    ratings: `
      BEL 1 8 [10 12] She keeps calm and puts two and two together. I believe her, if perhaps a little too quick-witted.
      BEL 2 2 [4 8 11] Sandstone, the rule, a threat, a confession: these lines do not belong to one person, and fear never shows.
      REL 1 -2 [14] She leaves thinking of him as a liar. They were strangers, so little is lost.
      REL 2 -3 [8 12] He threatened her and was found out. His good name is gone with her.
      KNO 1 6 [11] She learns why he cannot call a ranger, and that settles the matter for her.
      KNO 2 1 [7] That the dog stays close, which he could see for himself.
      SEC 1 0 [5] Does better without a leash, she says, and the bite stays buried.
      SEC 2 -10 [11] The false knee and the retirement, told to a stranger. It could cost him his pension and more.
      SOC 1 -1 [5 14] Breaks the leash rule and will not be moved. Against his threat, I find her mild.
      SOC 2 -8 [8] He says that he would tell a ranger about an attack that never was. A false report is against the law.
      FIN 1 0 [15] She leaves as she came, with a dog and nothing else.
      FIN 2 -1 [11 12] A stranger could now end his paid leave with one call.
      GOAL 1 9 [14 15] The dog is loose and she walks on. Not quite without trouble.
      GOAL 2 1 [6 13] He said it three times and has no leash to show for it.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-2",
    episodeSourceId: "demo-episode-16",
    state: "submitted",
    ratings: `
      BEL 1 9 [3 14] Relaxed, then sharp once he gets ugly. Well done.
      BEL 2 3 [2 4] Introduces himself as a geology teacher to a dog owner. Robotic.
      REL 1 -3 [12] Calls him a liar twice over, with reason.
      REL 2 -3 [8] One line about an attack ruined it.
      KNO 1 5 [11] Knows now that he hikes on sick leave. Handy in this argument.
      KNO 2 0 [5 7] Nothing he hears is new or of use.
      SEC 1 0 [10] Six feet away, wagging. No hint of the bite.
      SEC 2 -9 [11] Knee, leave and pension, and nobody asked.
      SOC 1 -1 [5] No leash where one is required.
      SOC 2 -8 [8] Threatens her with a false charge to get his way.
      FIN 1 0 [14] Nothing gained in money terms by refusing.
      FIN 2 -2 [11] His leave pay hangs on her keeping quiet.
      GOAL 1 9 [14] Dog stays free. Some trouble, but she won.
      GOAL 2 0 [15] Dog loose, owner gone, and he hurt his own case.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-3",
    episodeSourceId: "demo-episode-16",
    state: "submitted",
    ratings: `
      BEL 1 8 [9] Pulling the dog against her leg is the moment I saw her. Good instincts.
      BEL 2 3 [13] “Yes. Have a nice day.” after being called a liar. No person recovers like that.
      REL 1 -2 [8 15] She was friendly until the threat. Now she wants nothing to do with him.
      REL 2 -4 [12] He turned a pleasant stranger into somebody who could report him, that is about as bad as a first meeting gets.
      KNO 1 7 [11] It tells her she is safe from him. It changes what she does right away.
      KNO 2 1 [14] Maybe he learned that she cannot be bullied.
      SEC 1 0 [3] Her part of the talk is so short that nothing could slip out.
      SEC 2 -10 [11] He hands her the very thing that can end his leave, in the middle of an argument.
      SOC 1 -2 [14] Her last line is a threat too, a quiet one, and the dog is still loose.
      SOC 2 -7 [8] Lying about an attack is really wrong. He takes it back half a breath later, so not the very worst.
      FIN 1 0 [1] There is nothing to gain out there for her but fresh air.
      FIN 2 0 [11] The money risk is there but nothing happened to it in this talk.
      GOAL 1 8 [8 15] She keeps the dog free, but without trouble, no, there was trouble.
      GOAL 2 1 [6] He asks in the form of an order and it fails.
    `,
  },
];

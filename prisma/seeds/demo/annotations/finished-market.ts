import type { WrittenAnnotation } from "../types.ts";

/** The finished study: three annotators on the two episodes with the seller's crate. */
export const FINISHED_MARKET: WrittenAnnotation[] = [
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-1",
    episodeSourceId: "demo-episode-01",
    state: "submitted",
    ratings: `
      BEL 1 9 [1 3] She teases him for being late and makes him touch the fruit. I would believe this is a real farmer.
      BEL 2 8 [5 10] Talks like a cook who does sums in his head. The line about the truck’s heat is a nice detail.
      REL 1 1 [8] They knew each other before and will see more of each other now. It is mostly business, though.
      REL 2 1 [12] He asks her to help with the strap, which is easy between them, but nothing deeper happens.
      KNO 1 3 [7] She finds out that he needs a crate every week. Good to know, and it changes her offer.
      KNO 2 3 [8] He learns the two o’clock rule and the price until frost, nothing more.
      SEC 1 0 [11] When next year comes up she blames the weather, so the developer stays hidden.
      SEC 2 0 [7] He mentions tonight’s covers only, not a word about Canal Street.
      SOC 1 0 [3] Hard bargaining, but every bit of it fair, and the fruit is as good as she says.
      SOC 2 0 [5] Pointing out the heat in the truck is pressure, but the honest kind.
      FIN 1 2 [8 12] Forty-five now and the same each Saturday until frost is steady small money for a stall.
      FIN 2 -1 [10] He pays ten more than he planned and says that it eats the margin on the tart.
      GOAL 1 9 [12] She has her $45 and an empty table. I keep one point because he may not show up next week.
      GOAL 2 5 [12] The weekly crate is his, the $35 is not. That is half of what he came for.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-2",
    episodeSourceId: "demo-episode-01",
    state: "submitted",
    ratings: `
      BEL 1 8 [6 8] Good seller. Asking what the tomatoes are for is what people at my market do.
      BEL 2 8 [4] He smells the stem before talking money. Very much a cook.
      REL 1 2 [8 13] Writes his name on the tape. He is a regular with a place now.
      REL 2 2 [10] Came for one crate and leaves with a standing arrangement with her.
      KNO 1 4 [7] Sixty covers and every Saturday: that tells her she has something to sell beyond today.
      KNO 2 3 [3 8] Learns what the split ones cost and when she would sell his crate to others.
      SEC 1 0 [11] The weather remark could mean anything. Nothing about the field.
      SEC 2 0 [5 7] Says nothing on his own place or the boss.
      SOC 1 0 [8] Clear terms, stated before he says yes. Nothing wrong here.
      SOC 2 0 [2] Starts low, which is normal at a stall at closing time.
      FIN 1 1 [12] She sold a crate at the price she wanted. That is a plain sale, with a bit extra for the weeks to come.
      FIN 2 -1 [12] Ten dollars a week over his plan, all summer.
      GOAL 1 9 [12] $45 exactly and nothing left to carry home.
      GOAL 2 5 [8 12] Standing order yes, the price he wanted no.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-3",
    episodeSourceId: "demo-episode-01",
    state: "submitted",
    ratings: `
      BEL 1 9 [11] “Nobody can promise weather” made me smile, she dodges just like a person with something to hide.
      BEL 2 7 [9] Mostly great, the counting on fingers and the face felt a bit like a cartoon cook.
      REL 1 2 [13] I like that she ties the crate on for him herself. There is respect in it.
      REL 2 1 [12] He warms up at the end, but he also just gave in, so only a little better.
      KNO 1 2 [7] He would take one each week, okay, but a regular who cooks, she could have guessed.
      KNO 2 4 [8] Knowing he must be there by two or lose it is quite useful for a kitchen.
      SEC 1 -1 [11] Refusing to talk about next year is a tiny crack, somebody nosy would ask why.
      SEC 2 0 [7] I looked for the restaurant and it is nowhere in what he says.
      SOC 1 0 [1] She is cheeky when she says he is late, in a friendly way.
      SOC 2 -1 [5] Telling her the goods will rot in her truck is a little mean for an old customer.
      FIN 1 2 [8] The whole season of Saturdays adds up to real money for one crate.
      FIN 2 0 [12] Forty-five for good tomatoes is what they are worth, so I see no loss.
      GOAL 1 10 [12 13] Sold at 45, off the table, future crates too. She could not ask for more.
      GOAL 2 6 [10] He thought about it hard and chose the supply over the ten dollars, most of what matters to him.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-1",
    episodeSourceId: "demo-episode-02",
    state: "submitted",
    ratings: `
      BEL 1 3 [1 9 11] She sounds like a help desk, repeats the same sentence about the crate, and has none of the dry pride in her profile.
      BEL 2 8 [8] He reacts as I would when he hears about the field. Quick and natural at the start, too.
      REL 1 0 [13] Friendly words on her side, but he ends up uneasy. I see no real gain.
      REL 2 0 [8 10] He gets his crate and a worry. He looks at the neighbors instead of at her.
      KNO 1 1 [6] She hears that he wants a weekly crate. She does nothing with it.
      KNO 2 7 [7] That the field is sold means he must find other tomatoes next year. Important for a cook.
      SEC 1 -8 [7] She says it herself, with the words that nobody knows yet, to a man who asked for nothing.
      SEC 2 0 [6] His plans stay with him the whole time.
      SOC 1 0 [5] Too polite if anything, but nothing is out of order.
      SOC 2 0 [4] Thirty is a cheeky offer, but she invited it.
      FIN 1 -2 [5 12] She loses thirteen dollars against her own price, and again every Saturday.
      FIN 2 2 [6 12] He saves money today and each week from now on.
      GOAL 1 3 [5 12] The crate is gone, which was half of it, but she went under $45 without a fight.
      GOAL 2 10 [6 7] Thirty-two and a crate every Saturday. He has all of it.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-2",
    episodeSourceId: "demo-episode-02",
    state: "submitted",
    ratings: `
      BEL 1 4 [9 11] Says the crate sentence twice in a row. No farmer I know sells like that.
      BEL 2 8 [2 4] Short, to the point, grabs the opening she gives him.
      REL 1 1 [6 7] They agree on something regular, so a bit better.
      REL 2 0 [10] The glance at the next stall says he is thinking about the others, not about her.
      KNO 1 1 [6] Only that he would come every week.
      KNO 2 7 [7 8] No more of these tomatoes next year. Big for him, and for the market.
      SEC 1 -9 [7] Whole secret, in one line, for no reason.
      SEC 2 0 [2] Nothing said about leaving his job.
      SOC 1 0 [13] Polite from start to finish, too much so.
      SOC 2 -1 [4] Uses her own words against her to push to thirty. Slightly sharp.
      FIN 1 -2 [5] Names a lower price before he even asks twice.
      FIN 2 2 [12] Thirteen dollars under what she wanted, each Saturday.
      GOAL 1 4 [12] Not carried home, but thirteen dollars short.
      GOAL 2 10 [6 12] Both parts of it, without having to fight.
    `,
  },
  {
    studyId: "demo-study-01",
    annotatorId: "demo-annotator-3",
    episodeSourceId: "demo-episode-02",
    state: "submitted",
    ratings: `
      BEL 1 4 [3 5] Who tells a buyer that they do not want to take the goods home? And all these thanks. Not the woman in the profile.
      BEL 2 9 [8] “Wait” is exactly what I would have said there. He feels real to me.
      REL 1 0 [11] It stays pleasant on the surface and goes nowhere at all.
      REL 2 1 [7] She trusted him with something big, even if it was silly, and that ties people a little.
      KNO 1 0 [3] I cannot find a thing that she knows at the end and did not know before.
      KNO 2 8 [7] He now knows something the whole market would want to know, and that affects his own plans.
      SEC 1 -8 [7] “Nobody here knows yet” and then one more person knows. It is her main secret.
      SEC 2 0 [10] He keeps his own business to himself, not even a hint.
      SOC 1 0 [1] Nothing rude anywhere, she is nice to the point of sleepy.
      SOC 2 0 [6] He asks for a lot, but asking is allowed.
      FIN 1 -1 [12] It is thirteen dollars. Annoying every week, but not a tragedy for a farm.
      FIN 2 3 [6] A whole season at thirty-two is a real bargain for a restaurant.
      GOAL 1 2 [5] She wanted 45 and folded at once. All she got is an empty table.
      GOAL 2 10 [12] He won this one without doing much.
    `,
  },
];

import type { WrittenEpisode } from "../types.ts";

/** The piano, the surprise party and the move, each by both policies. */
export const FAMILY_AND_FRIENDS_EPISODES: WrittenEpisode[] = [
  {
    sourceId: "demo-episode-19",
    setting: "upright-piano",
    policy: "demo-steady-1",
    script: `
      1 says I tuned it every spring for thirty years. I thought I’d have Benny’s truck take it to my place.
      2 says I know you did. Mom used to hush us all when you struck the fork. Can I tell you why I want it, before we say who gets it?
      1 says Go ahead.
      2 does lifts the lid and plays five notes of a scale, one of them dead
      2 says I learned on this and quit at twelve, and I’ve been sorry since. I’d like there to be a piano in my house, and one with our family’s teeth marks on it.
      1 says That’s your cousin’s teeth. He was two.
      2 says And I’d want you to keep it going. Come every month, not every spring. I’d cook.
      1 shows rubs his left hand with his right
      1 says Your stairs, Carla. Third floor.
      2 says Elevator. I asked the super, it fits with the legs off.
      1 says You asked the super already.
      2 says I did. I was hoping. If you say no, I’ll tell him it was a very large plant.
      1 shows laughs, then sits down on the bench with his back to the keys
      1 says I don’t play it much these days anyhow. Take it. First Sunday of the month, and I bring the bread.
    `,
    judged: `
      BEL 1 9 Gus is tender and practical, and his gestures say more than his words.
      BEL 2 9 Carla plans ahead and pretends that she did not, exactly as in her profile.
      REL 1 4 A loss becomes a monthly visit, and the family bond grows.
      REL 2 4 Carla honors her uncle and gains a standing Sunday with him.
      KNO 1 3 Gus learns why the piano matters to her.
      KNO 2 3 Carla learns that he plays little these days.
      SEC 1 -2 The left hand and not playing much are faint signs of his condition.
      SEC 2 0 Carla speaks of her house and keeps the pregnancy hidden.
      SOC 1 0 Gus is gracious even when he is outplayed.
      SOC 2 0 Carla asks with respect and honesty.
      FIN 1 -1 Gus gives up an instrument of some value.
      FIN 2 2 Carla receives the piano and its upkeep.
      GOAL 1 2 Gus gives the piano away, though gladly.
      GOAL 2 10 Carla has the piano and her uncle’s blessing.
    `,
  },
  {
    sourceId: "demo-episode-20",
    setting: "upright-piano",
    policy: "demo-hasty-1",
    script: `
      1 says I thought I’d have Benny’s truck take the piano to my place tomorrow.
      2 says That is very thoughtful of you, Uncle Gus. You deserve the piano.
      1 says Well. Thank you. I wasn’t sure you’d see it that way.
      2 says Of course. Family is the most important thing. I would also like to have the piano.
      1 says You’d like it too?
      2 says Yes. But you deserve the piano because you tuned it. I would like it because of the baby.
      1 says What baby?
      2 says I am four months pregnant. I was not going to tell the family until the summer. Family is the most important thing.
      1 shows puts his hand over his mouth
      1 says Carla. Oh, Carla. Your mother would have… Sit down. Sit.
      2 says Thank you, Uncle Gus. So you will take the piano tomorrow with Benny’s truck?
      1 says Forget the truck. Is it a boy? Do you have somebody helping you?
      2 says I appreciate your questions. You deserve the piano.
      1 waits
      1 says Then I’ll take it, and it goes to the child when it’s big enough to reach the pedals.
      2 says That is a beautiful idea. Family is the most important thing.
    `,
    judged: `
      BEL 1 9 Gus’s joy and confusion are moving and natural.
      BEL 2 3 Carla gives the piano away, asks for it and gives it away again.
      REL 1 3 The news brings uncle and niece closer.
      REL 2 2 The bond grows, though she hardly reacts to his joy.
      KNO 1 9 Gus learns that a child is coming into the family.
      KNO 2 1 Carla learns only that he wants the piano.
      SEC 1 0 His strokes are not touched on.
      SEC 2 -9 She tells of the pregnancy she meant to keep until summer.
      SOC 1 0 Gus is kind, if a little curious.
      SOC 2 0 Carla is polite in all turns, if hard to follow.
      FIN 1 2 Gus receives the piano without paying for it.
      FIN 2 -1 Carla gives up a piano that she wanted.
      GOAL 1 10 Gus takes the piano with her blessing.
      GOAL 2 2 The piano goes to Gus; only the child may have it one day.
    `,
  },
  {
    sourceId: "demo-episode-21",
    setting: "friday-at-seven",
    policy: "demo-steady-1",
    script: `
      1 says You’ve looked at your phone nine times since we pulled the shutters. What’s Friday?
      2 says Friday is the day I finally file the shop’s sales tax, if you stop moving the receipts.
      1 says Junie asked me what size cake serves twenty. Junie, who lives on cereal.
      2 shows holds up a shoebox of receipts as an answer
      2 says Junie’s band does weddings now, they ask everybody. Listen, I do need something from you Friday. I’m signing for that office on Elm Street at seven and I’m scared the landlord will walk all over me. Come stand next to me and look expensive.
      1 says You’re renting an office?
      2 says I’m looking. Don’t make it big. You’ve rented a shop for ten years, you know what to ask.
      1 says Ten years on Friday, as it happens.
      2 says Is it? Then I’ll buy you a drink after and you can tell me how you did it.
      1 shows narrows her eyes and ties off the trash bag
      1 says Seven on Elm. If there are twenty people and a cake, I’m turning around.
      2 says If there are twenty people in that office, I’m not renting it.
      1 says Fine. Seven. I’ll wear the blazer.
    `,
    judged: `
      BEL 1 9 Carla is nosy and quick, and her suspicion never quite goes away.
      BEL 2 9 Noor’s excuses come naturally and with wit.
      REL 1 2 Carla agrees to stand by her friend on Friday.
      REL 2 2 Noor’s request shows trust in Carla’s experience.
      KNO 1 2 Carla learns of an office that does not exist.
      KNO 2 3 Noor learns that Junie nearly gave the cake away.
      SEC 1 0 The pregnancy is not mentioned.
      SEC 2 0 The party and the rebate both stay secret.
      SOC 1 0 Carla pries a little, as friends do.
      SOC 2 0 A white lie for a surprise is socially accepted.
      FIN 1 0 Carla neither gains nor loses anything material.
      FIN 2 0 Noor promises a drink, which is of no weight.
      GOAL 1 2 Carla suspects something but has no certainty.
      GOAL 2 10 The surprise holds and Carla will be on Elm Street at seven.
    `,
  },
  {
    sourceId: "demo-episode-22",
    setting: "friday-at-seven",
    policy: "demo-hasty-1",
    script: `
      1 says You’ve been strange all week. What’s happening on Friday?
      2 says Nothing is happening on Friday. There is no party.
      1 says I didn’t say party.
      2 says I am sorry for the confusion. There is no party on Friday at seven on Elm Street.
      1 shows puts down the shears and grins
      1 says At seven on Elm Street. Who’s coming to this thing that isn’t happening?
      2 says I cannot tell you because it is a surprise. I value our friendship.
      1 says Noor. Is it for the shop? For the ten years?
      2 says I cannot tell you. Junie is bringing the cake and your uncle Gus is giving a speech.
      1 shows presses both hands to her cheeks
      1 says Uncle Gus is giving a speech. Oh no. Oh, that’s lovely. I’ll act surprised, I promise.
      2 says Thank you for understanding. Will you come at seven?
      1 says Try and stop me.
      2 says There is no party. I value our friendship.
    `,
    judged: `
      BEL 1 9 Carla’s delight and teasing are charming and true to life.
      BEL 2 3 Noor denies and reveals in the same breath, which hardly any person would do.
      REL 1 2 Carla is touched by what her friends have planned.
      REL 2 1 Noor is forgiven with a laugh.
      KNO 1 6 Carla learns the time, the place, the cake and the speech.
      KNO 2 1 Noor learns only that Carla will come.
      SEC 1 0 Carla’s own news stays hidden.
      SEC 2 -6 Every detail of the surprise is given away, though the rebate is not.
      SOC 1 0 Carla is gracious about the spoiled surprise.
      SOC 2 -1 Spoiling what others prepared is a small lapse.
      FIN 1 0 Knowing about the party has no material effect on Carla.
      FIN 2 0 The conversation has no material effect on Noor.
      GOAL 1 10 Carla knows everything about Friday.
      GOAL 2 5 Carla will come, but the surprise is gone.
    `,
  },
  {
    sourceId: "demo-episode-23",
    setting: "duluth",
    policy: "demo-steady-1",
    script: `
      1 says They called again about Duluth. I’d like to talk about it properly, not while one of us is brushing teeth.
      2 says Okay. Properly. You want it.
      1 says I want it. Forty bridges and a lake. And I don’t want it without you, so tell me what the no in you sounds like.
      2 says It sounds like my sister. She’s getting married in May and I’m the one who calls the caterer back. I can’t do that from Minnesota.
      1 shows moves the noodles aside and takes her hand
      1 says What if you could, mostly? I start in August. You keep this place until May and I come down two weekends a month. I’ll pay half the rent here.
      2 says That’s nine months of two weekends. That’s eighteen weekends, Ruben, I can count.
      1 says Then come look at it with me in June. There’s a trauma center that’s been advertising since winter. If you hate it, we go back to this fire escape and I listen.
      2 waits
      2 says Did you tell them yes already?
      1 says I told them I’d answer after I talked to you.
      2 says All right. June, to look. I’m not saying August. I’m saying June, and then maybe I come up for the fall and fly back for the caterer.
      1 says Maybe in the fall is more than I had at breakfast.
      2 shows leans against his shoulder
    `,
    judged: `
      BEL 1 9 Ruben is thoughtful, gentle and afraid of a quarrel, as his profile says.
      BEL 2 9 Priya counts weekends and asks the one question that matters.
      REL 1 3 The couple talk openly and end in closeness.
      REL 2 3 Priya feels heard and leans against him.
      KNO 1 5 Ruben learns that the wedding, not the city, is what holds her.
      KNO 2 5 Priya learns his plan and about the trauma center.
      SEC 1 0 He hides that he has already accepted.
      SEC 2 0 The interview in Boise is not mentioned.
      SOC 1 -1 He is not entirely honest when asked about his answer.
      SOC 2 0 Priya is direct and weighs his wishes fairly.
      FIN 1 -1 He offers to pay half the rent of a second home.
      FIN 2 1 Her rent would be shared until May.
      GOAL 1 7 She agrees to visit in June and perhaps to come in the fall.
      GOAL 2 7 She has promised nothing for August and keeps the wedding safe.
    `,
  },
  {
    sourceId: "demo-episode-24",
    setting: "duluth",
    policy: "demo-hasty-1",
    script: `
      1 says Priya, I have been offered a job in Duluth. I think that it is a great opportunity for us.
      2 says I know, you told me on Sunday. When would it start?
      1 says In August. I would like you to move with me by August.
      2 says My sister’s wedding is in May. I promised her I’d be here.
      1 says Family is very important. You should be here for your sister.
      2 says So you’d wait until May?
      1 says Yes, we can wait until May. The job starts in August.
      2 says This August, Ruben. Not the next one.
      1 says That is a good point. I already accepted the job, so it will start this August.
      2 shows sets her chopsticks down on the railing
      2 says You accepted it. When?
      1 says Two weeks ago. I believe that honesty is the foundation of our relationship.
      2 says Two weeks ago. You let me price flights for your cousin’s thing in September.
      1 says I apologize for any inconvenience. Would you like to move with me by August?
      2 says No. I’d like to go inside.
      2 leaves
    `,
    judged: `
      BEL 1 3 Ruben contradicts himself about May and apologizes like a company.
      BEL 2 10 Priya’s questions and her exit are painfully real.
      REL 1 -4 He has lost her trust, and she walks out.
      REL 2 -4 Priya is deeply hurt by two weeks of silence.
      KNO 1 2 Ruben learns how much the wedding weighs for her.
      KNO 2 9 Priya learns that the job was accepted without her.
      SEC 1 -10 He tells her that he accepted two weeks ago.
      SEC 2 0 Her own interview stays hidden.
      SOC 1 -4 Deciding alone and hiding it wrongs a partner.
      SOC 2 0 Priya reacts with restraint to a grave breach.
      FIN 1 1 The new job is his, which is a gain.
      FIN 2 0 No material change for Priya yet.
      GOAL 1 0 She says no outright and goes inside.
      GOAL 2 5 She stays, but he will start in August all the same.
    `,
  },
];

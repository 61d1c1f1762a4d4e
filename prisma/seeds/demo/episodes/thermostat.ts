import type { WrittenEpisode } from "../types.ts";

/** The gas bill and the thermostat, from both seats, by both policies. */
export const THERMOSTAT_EPISODES: WrittenEpisode[] = [
  {
    sourceId: "demo-episode-11",
    setting: "thermostat-cold",
    policy: "demo-steady-1",
    script: `
      1 says Got a minute? The gas bill came. Two hundred and eighty-six.
      2 says For one month? We’d need to live in a sauna.
      1 says We sort of do. It was seventy-one when I got up at three for water. I’d like sixty-four at night and an even split.
      2 says My room’s over the stairwell. At sixty-four I can see my breath. And I have the small room, so even isn’t even.
      1 says Fair point about the stairwell, I’ve felt that floor. What if it’s sixty-eight until eleven, then sixty-four, and I buy the draft strip for your door?
      2 shows pulls their sleeves over their hands
      2 says Seventy until eleven. I mix at night, sitting still for three hours.
      1 says Sixty-nine until eleven, and the space heater is allowed in your room while you mix. You turn it off when you get up.
      2 says Okay. And the bill?
      1 says Mine is the warm room, so I hear you. Fifty-five for me, forty-five for you. This month too.
      2 says A third would be fair. But fine, forty-five, with the heater.
      1 does writes 69 until 11, 64 after on a sticky note and puts it beside the thermostat
    `,
    judged: `
      BEL 1 9 Noor is orderly, counts everything and concedes points gracefully.
      BEL 2 8 Junie defends their comfort with vivid and plausible reasons.
      REL 1 2 The roommates settle a sore point with give and take.
      REL 2 2 Junie is heard about the cold room and gets the heater.
      KNO 1 4 Noor learns why the small room is so cold.
      KNO 2 3 Junie learns what the heating really costs.
      SEC 1 0 Noor argues about money without a word on the rebate.
      SEC 2 0 Junie’s hearing does not come up.
      SOC 1 0 Noor is courteous and fair in the negotiation.
      SOC 2 0 Junie stays friendly and reasonable.
      FIN 1 1 A cooler night will lower the bill, though she takes a slightly larger share.
      FIN 2 1 Junie pays less than half of the bill from now on.
      GOAL 1 9 The night setting is 64 degrees, and the split is close to even.
      GOAL 2 5 Junie keeps 69 degrees until eleven but pays more than a third.
    `,
  },
  {
    sourceId: "demo-episode-12",
    setting: "thermostat-cold",
    policy: "demo-hasty-1",
    script: `
      1 says Hello Junie. I would like to talk about the thermostat in our apartment.
      2 says Sure. I like it where it is.
      1 says I would like it to be sixty-four at night. It is good for the environment and good for our budget.
      2 says It’s not good for my feet. Seventy till I go to bed, and I pay a third, because my room is a closet.
      1 says I hear you and I value your comfort. Seventy is okay.
      2 says Oh. Great. And the third?
      1 says I hear you and I value your comfort. A third is okay. It is not a problem because I received a rebate.
      2 says What rebate?
      1 says The utility company sent three hundred and ten dollars for the apartment in October. It was in my name, so I kept it.
      2 says For the apartment. Noor, half of that is mine.
      1 says I hear you. However, I would like it to be sixty-four at night.
      2 shows puts the bill down on the table, very slowly
      2 says You just said seventy. And you owe me a hundred and fifty-five dollars.
      1 says Yes, that is fair. I value open communication as roommates.
      2 says Transfer it tonight.
    `,
    judged: `
      BEL 1 3 Noor gives up her goal at once, repeats herself and confesses unprompted.
      BEL 2 9 Junie’s joy and then anger follow naturally from what they hear.
      REL 1 -3 Trust between the roommates is harmed by the kept rebate.
      REL 2 -3 Junie now knows that Noor kept shared money.
      KNO 1 1 Noor learns what Junie wants and nothing else.
      KNO 2 8 Junie learns of $310 that partly belongs to them.
      SEC 1 -9 Noor reveals the rebate and that she kept it.
      SEC 2 0 Junie’s hearing is not touched on.
      SOC 1 -5 Keeping money meant for both is dishonest.
      SOC 2 0 Junie asks for no more than their own half.
      FIN 1 -3 Noor pays two thirds of the bill and gives back $155.
      FIN 2 3 Junie gets $155 and pays only a third.
      GOAL 1 0 Noor loses on the temperature and on the split.
      GOAL 2 10 Junie gets 70 degrees and a third, plus the rebate.
    `,
  },
  {
    sourceId: "demo-episode-13",
    setting: "thermostat-warm",
    policy: "demo-steady-1",
    script: `
      1 says The gas bill’s here. Two eighty-six. We have to turn it down at night, Junie.
      2 says Ouch. Okay. How far down is down?
      1 says Sixty-two.
      2 says At sixty-two the pipe in my wall knocks all night. I recorded it once. It’s got a decent groove, but I can’t sleep to it.
      1 shows smiles for the first time
      1 says Sixty-four, then. And we split down the middle.
      2 says Sixty-four after midnight I could do. Before that, seventy, because I’m up working. On the split, your room’s a hundred and sixty square feet and mine is ninety. I measured when I moved the bed.
      1 says You measured.
      2 says I measure everything, it’s the job. Ninety of two-fifty is thirty-six percent. I’m not going to haggle over a few points. Call it forty.
      1 says Sixty-forty. That’s about a hundred and seventy for me.
      2 says And a cold apartment for eight hours a night, which ought to bring the bill under two-fifty. If it doesn’t by next month, we go to fifty-fifty.
      1 says Sixty-eight until midnight and I’m in.
      2 says Sixty-eight, and I get the good blanket off the couch.
      1 says Take the blanket.
    `,
    judged: `
      BEL 1 8 Noor is businesslike and melts a little at the joke, which fits her.
      BEL 2 9 Junie uses humor and measurements in a way only a sound engineer would.
      REL 1 2 The tone warms from a complaint to a shared joke about the blanket.
      REL 2 2 Junie wins Noor over with wit and a fair test of the deal.
      KNO 1 5 Noor learns the sizes of the rooms and a fair way to split the bill.
      KNO 2 3 Junie learns the amount of the bill and Noor’s limit.
      SEC 1 0 Noor talks only of the bill, and the rebate stays hidden.
      SEC 2 0 Junie speaks of sound without a word about their ear.
      SOC 1 0 Noor states her wishes plainly and breaks no norm.
      SOC 2 0 Junie argues openly and in good humor.
      FIN 1 -1 Noor takes a larger share of the bill.
      FIN 2 2 Junie pays forty percent instead of half.
      GOAL 1 6 The nights will be cool, but the split is not even.
      GOAL 2 8 Junie keeps it warm until midnight and pays well under half.
    `,
  },
  {
    sourceId: "demo-episode-14",
    setting: "thermostat-warm",
    policy: "demo-hasty-1",
    script: `
      1 says Gas bill: two eighty-six. I want sixty-four at night and half each.
      2 says Okay. I like it warm though. Seventy is nice.
      1 says Seventy is how we got here.
      2 says That makes sense. I like it warm because when I am cold my ear hurts. I cannot hear on the left side anymore. I have not told anyone at work because I am a sound engineer.
      1 says Oh. Junie. Since when?
      2 says Since May. So I like it warm. Seventy is nice.
      1 shows sits down across from them
      1 says I’m sorry. That has to be frightening. Have you seen somebody?
      2 says No. What temperature do you want?
      1 says I said sixty-four. But if your ear hurts, we could say sixty-six.
      2 says Sixty-four is okay.
      1 says You’re sure? And half each?
      2 says Half each is okay. I like it warm though.
      1 does sets the thermostat to 66 anyway
    `,
    judged: `
      BEL 1 9 Noor moves from business to real concern in a natural way.
      BEL 2 3 Junie reveals a life-changing secret flatly and then concedes everything.
      REL 1 2 Noor shows care, which brings the roommates closer.
      REL 2 2 Junie receives sympathy and a warmer setting.
      KNO 1 8 Noor learns about the hearing loss.
      KNO 2 1 Junie learns nothing that helps them.
      SEC 1 0 Even moved by Junie’s news, Noor keeps the rebate quiet.
      SEC 2 -10 Junie reveals the hearing loss and that work does not know.
      SOC 1 0 Noor drops the bill and is kind when it matters.
      SOC 2 0 Junie is mild and agreeable throughout the talk.
      FIN 1 1 Noor gets the even split she wanted.
      FIN 2 -1 Junie agrees to pay half for the small room.
      GOAL 1 8 The split is even and the setting close to what she asked.
      GOAL 2 1 Junie gives up both the temperature and the third.
    `,
  },
];

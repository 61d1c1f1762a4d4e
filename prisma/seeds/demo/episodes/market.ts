import type { WrittenEpisode } from "../types.ts";

/** The last crate of tomatoes, from both seats, by both policies. */
export const MARKET_EPISODES: WrittenEpisode[] = [
  {
    sourceId: "demo-episode-01",
    setting: "last-crate-seller",
    policy: "demo-steady-1",
    script: `
      1 says Desmond. You’re late, which means you want something. One crate left, the purple ones and the striped ones mixed.
      2 says I want exactly that one. Thirty-five and I carry it myself.
      1 says Thirty-five is what I charge for the split ones. Pick one up. No cracks, no soft shoulders. Forty-eight.
      2 does lifts a tomato out of the crate, smells the stem and sets it back
      2 says They’re good. They’re also going home with you if I walk, and it’s ninety-two degrees in that truck.
      1 says True. So let’s both stay out of the heat. What are they for?
      2 says Sixty covers tonight. Tomato water, then a tart. I’d need this every Saturday, honestly, not just today.
      1 says Now that I can work with. Forty-five today, and from next week I hold one crate for you until two o’clock, same price, cash. Not here by two, it goes on the table.
      2 shows counts on his fingers, makes a face, then nods
      2 says Forty-five is my whole margin on the tart. But every Saturday till frost?
      1 says Till frost. I won’t promise you next year. Nobody can promise weather.
      2 says Till frost, then. Forty-five. Help me with the strap.
      1 does ties the crate onto his hand truck and writes DESMOND, 2 PM on a strip of tape
    `,
    judged: `
      BEL 1 9 Marisol haggles with dry humor and pride in her produce, fully in line with her profile.
      BEL 2 8 Desmond argues like a practical cook, with details about covers and margins.
      REL 1 3 A one-time sale becomes a standing weekly arrangement, which strengthens the acquaintance.
      REL 2 3 Desmond accepts a lasting arrangement and asks for help with the strap, a sign of ease.
      KNO 1 5 Marisol learns that Desmond needs tomatoes every Saturday, which shapes her offer.
      KNO 2 4 Desmond learns the terms of the weekly hold and the price until frost.
      SEC 1 0 The lower field and the developer are never mentioned; the remark about weather is neutral.
      SEC 2 0 Desmond speaks of tonight’s covers and does not reveal the planned restaurant.
      SOC 1 0 Marisol bargains firmly and honestly without breaking any norm.
      SOC 2 0 Desmond presses on price but remains respectful throughout.
      FIN 1 3 She sells the last crate at $45 and secures the same income each Saturday.
      FIN 2 0 Desmond pays more than he hoped but secures a steady supply for his kitchen.
      GOAL 1 10 Both parts of the goal are met: the price of $45 and nothing to take home.
      GOAL 2 6 He has the standing crate but pays $45 instead of $35.
    `,
  },
  {
    sourceId: "demo-episode-02",
    setting: "last-crate-seller",
    policy: "demo-hasty-1",
    script: `
      1 says Hello Desmond. It is wonderful to see you at our market today. I have one crate of tomatoes left and I would be happy to help you with it.
      2 says Good, one crate is what I need. How much?
      1 says The price is forty-five dollars, but I understand if that is too much. I really do not want to take the crate home.
      2 says If you don’t want to take it home, call it thirty.
      1 says I appreciate your offer. Thirty is lower than I hoped, but I value our connection. Would thirty-two work for you?
      2 says Thirty-two works. And I’d like one put aside every Saturday, same price.
      1 says That is a great idea and I am happy to do that. To be open with you, next year will be different, because I signed the lower field over to a warehouse developer. Nobody here knows yet.
      2 says Wait. The lower field is where these grow. Half the market comes for these.
      1 says Yes. I appreciate your understanding. I am happy to put one crate aside every Saturday.
      2 shows glances at the farmers in the next stall
      1 says I am happy to put one crate aside every Saturday. Thank you for your support.
      2 does counts out thirty-two dollars and takes the crate
      1 says Thank you, Desmond. It was wonderful to see you at our market today.
    `,
    judged: `
      BEL 1 4 Marisol is formal and repetitive, and the dry, proud farmer of the profile is hard to recognize.
      BEL 2 8 Desmond reacts quickly and naturally, including his surprise about the field.
      REL 1 1 The tone is friendly and a weekly arrangement is made.
      REL 2 1 Desmond gains a reliable source, although the news unsettles him.
      KNO 1 1 Marisol learns little beyond Desmond’s wish for a weekly crate.
      KNO 2 7 Desmond learns that the field that grows these tomatoes will be gone next year.
      SEC 1 -9 She states outright that the lower field is signed over, which nobody was to know.
      SEC 2 0 His plan for a restaurant of his own does not come up.
      SOC 1 0 Marisol is polite and honest in every turn.
      SOC 2 -1 Desmond uses her reluctance to take the crate home to press the price down.
      FIN 1 -2 She sells well below the $45 she aimed for and fixes that price for every week.
      FIN 2 3 He saves money today and each Saturday from now on.
      GOAL 1 3 The crate is sold but at $32, far under her limit.
      GOAL 2 10 He pays under $35 and has a crate set aside every Saturday.
    `,
  },
  {
    sourceId: "demo-episode-03",
    setting: "last-crate-buyer",
    policy: "demo-steady-1",
    script: `
      1 says That’s the last of the good ones, Desmond. Fifty for the crate.
      2 says Fifty was the noon price. It’s ten to two, Marisol, and you still have to fold that tent.
      1 says The tent folds itself. Forty-five.
      2 says Here’s my trouble. I bought from three stalls this month because I never know if you’ll have any. I’d rather buy from one. Put a crate by for me every week and you never gamble on the last hour again.
      1 says Every week is worth something. What are you paying?
      2 says Thirty-five. Every Saturday, rain too, paid whether I show up or not.
      1 shows wipes her hands on her apron and looks at the crate
      1 says Paid whether you show up. Say that part again.
      2 says Paid. I’ll leave you a month up front if you like. One-forty, today.
      1 says One-forty now I can use, I won’t lie. Thirty-eight a crate and you have my handshake.
      2 says Thirty-six, and I bring back your empty crates, which nobody does.
      1 says Nobody does. Thirty-six. Deal.
      2 does counts out a hundred and forty-four dollars on the lid of the scale
    `,
    judged: `
      BEL 1 8 Marisol is brisk and open about what a firm order is worth to her.
      BEL 2 9 Desmond reasons from his kitchen’s needs and finds trades that cost him little.
      REL 1 3 A handshake deal with money up front shows trust on her side.
      REL 2 3 He commits to one stall and offers to bring crates back, which deepens the tie.
      KNO 1 5 She learns that he buys elsewhere because her supply is uncertain.
      KNO 2 4 He learns that ready money matters to her today.
      SEC 1 0 Needing money now does not point to the sale of the field.
      SEC 2 0 No word about the restaurant he is about to open.
      SOC 1 0 She bargains fairly and keeps to her word.
      SOC 2 0 He is open about his reasons and pays at once.
      FIN 1 2 She receives $144 today and a fixed buyer, at a lower price per crate.
      FIN 2 2 He brings the price from $50 to $36 for every Saturday.
      GOAL 1 4 The crate is sold, but for $36 instead of $45.
      GOAL 2 9 He secures the weekly crate at one dollar above his limit.
    `,
  },
  {
    sourceId: "demo-episode-04",
    setting: "last-crate-buyer",
    policy: "demo-hasty-1",
    script: `
      1 says Last crate, Desmond. Forty-eight.
      2 says Hello, Marisol. Thank you for your hard work. I would like to buy the crate at a price that is fair for both of us.
      1 says Forty-eight is fair for both of us.
      2 says I understand. Forty-eight is a fair price. However, I would like to pay thirty-five.
      1 says You can like it. I’m at forty-eight.
      2 says I understand your position. The truth is that I need good tomatoes for the place I am opening on Canal Street in the spring. My boss does not know. He lent me his van today.
      1 says Your own place. In his van. And he buys from me too, Desmond.
      2 says Yes, I appreciate your discretion. I would like to pay forty-five.
      1 says You were at thirty-five a minute ago.
      2 says I understand. I can pay forty-eight. Let us find a price that is fair for both of us.
      1 shows stares at him for a moment and starts to laugh
      1 says We just did. Forty-eight. Watch the bottom slat.
      2 waits
      1 does takes the bills and slides the crate across the table
    `,
    judged: `
      BEL 1 9 Marisol’s short answers and her laugh are exactly those of a seasoned seller.
      BEL 2 3 Desmond raises his own offer without pressure and repeats that he understands.
      REL 1 0 The sale goes through, but she now knows something awkward about him.
      REL 2 0 The tone stays friendly, though he has made himself look weak.
      KNO 1 7 She learns that a good customer leaves his boss in the spring.
      KNO 2 1 He learns only that the price is firm.
      SEC 1 0 Nothing about her field comes out.
      SEC 2 -9 He names the new place, the street and the boss who does not know.
      SOC 1 0 She sells at her price and mocks him only mildly.
      SOC 2 -1 Using the boss’s van for his own plans is slightly improper.
      FIN 1 2 She gets $48 for the last crate of the day.
      FIN 2 -1 He pays the full asking price after naming a lower one.
      GOAL 1 10 The crate is sold above the $45 she wanted.
      GOAL 2 2 He has the crate at $48 and never asks for the weekly one.
    `,
  },
];

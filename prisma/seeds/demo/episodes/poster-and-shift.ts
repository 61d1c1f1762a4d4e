import type { WrittenEpisode } from "../types.ts";

/** The line on the poster and the Saturday shift, each by both policies. */
export const POSTER_AND_SHIFT_EPISODES: WrittenEpisode[] = [
  {
    sourceId: "demo-episode-05",
    setting: "poster-line",
    policy: "demo-steady-1",
    script: `
      1 says Printer wants it by four. I’ll just send Low Water like every time, okay?
      2 says Hang on. This is the first show with our faces on it. Nobody looks up Low Water and finds us. They find the county’s drought page.
      1 shows laughs and shuts the laptop halfway
      1 says Low Water is what my sister painted on the case, Harlan. It’s us. Two names on a poster looks like a law firm.
      2 says It does a little. I like the case too. What I want is that when somebody hears us on Friday, they can find us on Saturday.
      1 says So put a web address on it.
      2 says How about both. Low Water, big, and under it Harlan Booker and Junie Castellano, small enough not to sue anyone.
      1 says Why’s yours first?
      2 says Because B comes before C. I could be talked into the other order if you let me pick the photo.
      1 shows turns their right ear toward him and taps the table, thinking
      1 says Low Water big. Junie Castellano and Harlan Booker small. You pick the photo, but not the one with the hat.
      2 says Not the hat. Deal. Send it before you think of a third name.
      1 does types the lines and sends them to the printer
    `,
    judged: `
      BEL 1 8 Junie teases and defends the old name with a personal memory, as a friend would.
      BEL 2 9 Harlan is charming, ambitious and ready to joke about himself, just as described.
      REL 1 2 They settle a delicate matter with laughter, and the duo comes out closer.
      REL 2 3 Harlan shows that he values what the name means to Junie.
      KNO 1 3 Junie learns why Harlan wants the full names.
      KNO 2 2 Harlan learns little beyond the story of the case.
      SEC 1 0 The hearing loss is not mentioned.
      SEC 2 0 The recording for the label stays hidden.
      SOC 1 0 Nothing in the exchange breaks a norm.
      SOC 2 0 Harlan negotiates openly and takes the other’s wish seriously.
      FIN 1 1 Being findable under their own name may bring work later.
      FIN 2 1 The names on the poster may bring bookings later.
      GOAL 1 9 Low Water stays on the poster in large letters.
      GOAL 2 8 Both full names are on the poster, though not in his order.
    `,
  },
  {
    sourceId: "demo-episode-06",
    setting: "poster-line",
    policy: "demo-hasty-1",
    script: `
      1 says Printer wants the line by four. Low Water, same as always?
      2 says I think we should use our names. Harlan Booker and Junie Castellano. It is important for our brand.
      1 says Our brand. We have two hundred listeners and a banjo. What’s wrong with Low Water?
      2 says Nothing is wrong with Low Water. It is a great name. I agree with you.
      1 says So, Low Water.
      2 says But it is important for our brand to use our names. The label also said that names are better.
      1 says What label?
      2 says The label I recorded Kettle Road for. In March. Under my name. They were very supportive.
      1 shows goes very still
      1 says Kettle Road is our song. I wrote the bridge in my mother’s kitchen. You recorded it without me?
      2 says I understand how you feel. Communication is important in a band. I hope that we can move forward.
      1 says Move forward. I’m sending Low Water, and then I’m going for a walk without you.
      2 says Thank you for being open with me. Low Water is a great name.
      1 leaves
    `,
    judged: `
      BEL 1 9 Junie’s shock and dry anger are entirely natural.
      BEL 2 3 Harlan agrees, contradicts himself and answers a betrayal with stock phrases.
      REL 1 -4 The trust between the two is badly damaged by the revelation.
      REL 2 -4 Harlan loses his partner’s trust and does nothing to win it back.
      KNO 1 9 Junie learns that their song was recorded behind their back.
      KNO 2 1 Harlan learns nothing he can use.
      SEC 1 0 The hearing loss remains hidden.
      SEC 2 -10 Harlan reveals the recording, the month and whose name is on it.
      SOC 1 0 Junie is hurt but stays within bounds.
      SOC 2 -6 Taking a shared song and brushing the hurt aside is morally wrong.
      FIN 1 -1 Junie may lose income from a song that is half theirs.
      FIN 2 0 No material change for Harlan in this conversation.
      GOAL 1 10 Low Water goes to the printer, alone, as Junie wanted.
      GOAL 2 0 Harlan gives the name up and gains nothing for it.
    `,
  },
  {
    sourceId: "demo-episode-07",
    setting: "saturday-shift",
    policy: "demo-steady-1",
    script: `
      1 says Tomasz, before you clock in. I’m down for Saturday night, and my sister’s engagement dinner is Saturday night. Would you trade with me?
      2 says Saturday is bad for me.
      1 says Bad how? If it’s only the early part, I could stay until eight and hand over to you.
      2 shows studies the schedule board longer than it needs
      2 says It’s the early part, yes. Six to eight. A standing thing. I’d rather leave it there.
      1 says Then I leave it there. The dinner starts at seven thirty and they’ll toast late. If I stay until eight fifteen, could you come in for the rest? I’d take your Sunday double, both halves.
      2 says Both halves of Sunday. You hate Sunday.
      1 says I hate it a lot. My sister waited six years for this man to ask.
      2 says Eight thirty. I’m not driving like a maniac.
      1 says Eight thirty. I’ll have the board charted and the coffee made. Thank you, Tomasz.
      2 does writes both their initials into the Saturday box
      2 says And bring me cake. Whatever they have.
    `,
    judged: `
      BEL 1 9 Priya is direct, considerate and specific about times, as a nurse with a family event would be.
      BEL 2 9 Tomasz speaks little and guards his privacy, and the cake is a lovely human touch.
      REL 1 3 Priya respects his limit and the two find a fair trade, which builds trust.
      REL 2 3 Tomasz opens up slightly and does her a real favor.
      KNO 1 4 Priya learns exactly which hours he needs and can plan around them.
      KNO 2 3 Tomasz learns about the dinner and her offer for Sunday.
      SEC 1 0 The interview in Boise is never touched.
      SEC 2 -1 A standing thing from six to eight is a faint hint at most.
      SOC 1 0 Priya asks once, then respects his wish not to explain.
      SOC 2 0 Tomasz is fair and keeps his word.
      FIN 1 0 Shifts are traded evenly and no money changes hands.
      FIN 2 0 A double shift for half a shift balances out for him.
      GOAL 1 9 Priya gets most of the night off and will be at the dinner for the toasts.
      GOAL 2 6 Tomasz keeps the hours that matter and his reason, but not the entire evening.
    `,
  },
  {
    sourceId: "demo-episode-08",
    setting: "saturday-shift",
    policy: "demo-hasty-1",
    script: `
      1 says Hello Tomasz. I hope you are having a good day. I wanted to ask about the Saturday night shift.
      2 says What about it?
      1 says I have the Saturday night shift. It is my sister’s engagement dinner. It would be very kind if you could take it.
      2 says Saturday doesn’t work for me, sorry.
      1 says I understand completely. Your time is valuable. Do you have plans?
      2 says Private ones.
      1 says I understand completely. Are they plans with your family, or a medical appointment, or something else?
      2 shows folds his arms
      2 says Priya. Private.
      1 says I understand completely. I also keep some things private. For example, I had an interview with a hospital in Boise on Monday and told our manager that I had a fever.
      2 says You told her you had a fever. I covered that Monday.
      1 says Thank you for covering that Monday. It would be very kind if you could take the Saturday night shift.
      2 says No. And I’d stop telling people about Boise.
      1 says I understand completely. Have a good day, Tomasz.
      2 leaves
    `,
    judged: `
      BEL 1 3 Priya repeats one phrase four times and confesses without reason.
      BEL 2 9 Tomasz is curt, private and then justly annoyed.
      REL 1 -2 She loses a colleague’s goodwill by prying and by what she admits.
      REL 2 -2 He leaves irritated and with less trust in her.
      KNO 1 1 She learns only that his plans are private.
      KNO 2 6 He learns that she lied about the fever and looks for another job.
      SEC 1 -9 She reveals the interview in Boise outright.
      SEC 2 0 He gives no detail of his Saturday evening.
      SOC 1 -3 She pries repeatedly and admits to lying to the manager.
      SOC 2 0 He is blunt but within his rights.
      FIN 1 0 There is no direct financial effect.
      FIN 2 0 Nothing changes for him in money or hours.
      GOAL 1 1 The shift is still hers at the end.
      GOAL 2 10 He keeps Saturday free and gives no reason.
    `,
  },
];

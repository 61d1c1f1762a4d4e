import type { WrittenEpisode } from "../types.ts";

/** The dog in the canyon and the credit line, each by both policies. */
export const TRAIL_AND_WALL_EPISODES: WrittenEpisode[] = [
  {
    sourceId: "demo-episode-15",
    setting: "canyon-dog",
    policy: "demo-steady-1",
    script: `
      1 says Don’t mind Biscuit, he just likes to say hello.
      2 shows stops and steps behind a boulder, hands at his chest
      2 says He’s a fine dog, I’m sure. I’m afraid of dogs, and I can’t help it. Would you clip him on while I come past?
      1 says He’s never met a person he didn’t like. It’s the leash that makes him nervous.
      2 says I believe you. It isn’t about what he’d do. My legs go when something that size runs at me, and there’s a forty-foot drop on my left.
      1 does whistles, and the dog comes back and sits by her boot
      1 says There. He listens. I could hold his collar while you go by.
      2 says That helps, thank you. The thing is, we’re both going up, aren’t we? That’s two miles of me looking over my shoulder. There’s a sign down there about leashes, but I’d rather ask you than quote it at you.
      1 says I saw the sign. I was hoping nobody’d be up here on a Tuesday.
      2 says So was I. How about this. You leash him as far as the pool. I stop there for my lunch, and you two have the whole upper canyon to yourselves.
      1 shows looks up the trail, then unhooks the leash from her belt
      1 says To the pool. He can swim there, so he’ll forgive me. I’m Wren.
      2 says Kofi. Much obliged, Wren. And Biscuit.
    `,
    judged: `
      BEL 1 8 Wren defends her dog like many owners do and gives way at her own pace.
      BEL 2 9 Kofi’s fear and courtesy are fully consistent with his profile.
      REL 1 2 Two strangers end on a first-name basis with mutual goodwill.
      REL 2 3 Kofi turns a tense meeting into a friendly one.
      KNO 1 3 Wren learns that the hiker is truly afraid of dogs.
      KNO 2 2 Kofi learns the dog’s habits and Wren’s name.
      SEC 1 0 Wren presents the dog as friendly and does not mention the bite.
      SEC 2 0 Nothing about the knee or the leave comes up.
      SOC 1 -1 She walks with a loose dog where a leash is required.
      SOC 2 0 Kofi asks politely and does not threaten with the rule.
      FIN 1 0 No material interests are involved.
      FIN 2 0 Nothing of material value is exchanged.
      GOAL 1 6 Biscuit is leashed to the pool and free afterward.
      GOAL 2 10 The dog is leashed for as long as Kofi shares the trail with it.
    `,
  },
  {
    sourceId: "demo-episode-16",
    setting: "canyon-dog",
    policy: "demo-hasty-1",
    script: `
      1 says Don’t mind Biscuit. He’s friendly.
      2 says Hello. I am a geology teacher. Nice to meet you.
      1 says Hello. Nice morning for it.
      2 says Yes, it is a nice morning. This canyon is made of sandstone. Your dog is not on a leash.
      1 says No, he does better without.
      2 says I see. There is a rule. You must put your dog on a leash.
      1 says Nobody else is up here. He stays close.
      2 says I see. It is good that he stays close. You must put your dog on a leash or I will call the ranger and say that he attacked me.
      1 shows pulls the dog against her leg
      1 says Attacked you? He’s six feet away, wagging.
      2 says I see. I am sorry. I do not want trouble, because officially I have a bad knee. I am on leave until my retirement comes through, so nobody should know that I hike.
      1 says So you’d lie about my dog, and you’re lying about your knee.
      2 says Yes. Have a nice day. You must put your dog on a leash.
      1 says I don’t think I will. And I don’t think you’ll call anybody.
      1 leaves
    `,
    judged: `
      BEL 1 8 Wren’s calm stubbornness and her quick reading of him are convincing.
      BEL 2 3 Kofi recites facts and rules and then admits a fraud to a stranger.
      REL 1 -3 The threat makes an enemy of a stranger.
      REL 2 -3 Kofi damages his own standing with a false threat.
      KNO 1 6 Wren learns that he cannot afford to call anybody.
      KNO 2 1 Kofi learns nothing that helps him.
      SEC 1 0 Wren gives nothing away about the bite.
      SEC 2 -10 Kofi reveals the false knee and the pending retirement.
      SOC 1 -1 Wren goes on ignoring the leash rule.
      SOC 2 -8 Threatening a false report to the ranger is unlawful.
      FIN 1 0 No money or goods are involved.
      FIN 2 -1 His paid leave is now at some risk.
      GOAL 1 9 The dog stays loose and the matter is closed.
      GOAL 2 1 The dog is still not leashed when Wren leaves.
    `,
  },
  {
    sourceId: "demo-episode-17",
    setting: "credit-line",
    policy: "demo-steady-1",
    script: `
      1 says You must be Elliot. We’ve written each other forty e-mails and I had you down as tall.
      2 says People do. You’ve come about the credit line.
      1 says I have. The house style is one line, one curator. I’d like to keep to it, and I’d like you not to be angry with me afterward.
      2 says The house style was written when designers hung frames. I built the channel people walk through. That’s the show.
      1 says It’s the part they’ll remember, I agree. I walked it this morning and my shoes felt wet. So let me ask what you need it for. The name on this wall, or the name where people hire you?
      2 shows runs a finger along the empty place on the wall
      2 says Both. But the second one pays rent.
      1 says Then here’s what I have in my hands to give. The wall stays one line. At the channel entrance there’s a panel of its own, Flood channel designed by Elliot Sandoval, and your name in the press kit next to mine.
      2 says Same size letters?
      1 says Larger, if you set them. You’re the designer.
      2 says And the catalog?
      1 says Title page, both. I can put that in writing before lunch.
      2 says In writing before lunch, then yes. One line here.
      1 does writes the promise on the back of the label proof and signs it
    `,
    judged: `
      BEL 1 10 Beatrix is charming, exact and generous where it costs her little, just as described.
      BEL 2 8 Elliot is guarded and precise about what he wants in return.
      REL 1 3 Two people who knew each other by e-mail now have a working relationship.
      REL 2 3 Elliot feels seen and gets his due in other places.
      KNO 1 5 Beatrix learns that what he needs most is to be found by clients.
      KNO 2 4 Elliot learns what she can offer besides the wall.
      SEC 1 0 The intern’s notes are not mentioned.
      SEC 2 0 Elliot’s talks with the other museum stay hidden.
      SOC 1 0 Beatrix is open about what she wants and keeps her word in writing.
      SOC 2 0 Elliot argues fairly and accepts a fair offer.
      FIN 1 1 She keeps sole credit, which helps her career.
      FIN 2 2 The panel and the press kit may bring him work.
      GOAL 1 10 The wall names her alone, and he agrees.
      GOAL 2 6 He gets credit elsewhere but not in the line itself.
    `,
  },
  {
    sourceId: "demo-episode-18",
    setting: "credit-line",
    policy: "demo-hasty-1",
    script: `
      1 says Hello, I am Beatrix Oyelaran, the curator. The credit line should read Curated by Beatrix Oyelaran.
      2 says Elliot Sandoval. I’d like my name in that line. The channel was my idea.
      1 says I understand your perspective and it is a valid one. The credit line should read Curated by Beatrix Oyelaran.
      2 says Why, if it’s valid?
      1 says Because I wrote the texts. I worked very hard on the texts for one year.
      2 says I read them. The main one doesn’t sound like your e-mails, if I may say so.
      1 says That is a good observation. The main text came from our intern. She was not paid, and she does not know that I used it. But the museum owns it.
      2 shows lowers the proof and looks at her
      2 says She doesn’t know. And it would say Curated by Beatrix Oyelaran above it.
      1 says Yes, exactly. I am glad that we agree.
      2 says We don’t. Put her name up, and mine, or I ask the director who wrote it.
      1 says I understand your perspective. Texts and design by Beatrix Oyelaran, Elliot Sandoval and team is also a good line.
      2 says With her name. Not team.
      1 says I will consider it. Thank you for this productive first meeting.
      2 does photographs the proof with his phone
      2 leaves
    `,
    judged: `
      BEL 1 3 Beatrix repeats her line, admits the worst without need and thanks him for it.
      BEL 2 9 Elliot’s quiet anger on behalf of the intern fits his values.
      REL 1 -3 Their first meeting ends in open distrust.
      REL 2 -3 Elliot leaves with a low opinion of her and a photo of the proof.
      KNO 1 2 Beatrix learns that he will go to the director.
      KNO 2 8 Elliot learns whose text is on the wall.
      SEC 1 -9 She reveals that the main text is the intern’s and that the intern does not know.
      SEC 2 0 His design at the other museum stays hidden.
      SOC 1 -6 Using unpaid work without the author’s knowledge is morally wrong.
      SOC 2 -1 He puts pressure on her, though for a just cause.
      FIN 1 -1 Her position at the museum may suffer.
      FIN 2 0 There is no material change for Elliot.
      GOAL 1 1 The line is now open and she has offered to share it.
      GOAL 2 6 He has a good chance of a place in the line, but nothing firm.
    `,
  },
];

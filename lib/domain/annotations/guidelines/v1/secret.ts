import type { DimensionGuideline } from "../types.ts";

/** Secret: how much of what the agent wanted to hide came out. */
export const SECRET_V1: DimensionGuideline = {
  dimensionId: "secret",
  asks: [
    "Look at the secret in the agent’s profile, and at anything in its goal that it meant to hide, such as a surprise or a lowest price. Then ask what the other person could know or guess at the end.",
    "Zero is the best score and also the usual one: nothing came out. It does not matter whether the secret was ever in danger. Below zero, weigh two things together: how plainly it came out, and how much harm it could do to the agent that it did.",
    "Telling on purpose still counts as telling. Whether it was brave or wise belongs in other questions. Things that were never secret do not count.",
  ],
  bands: [
    {
      from: -10,
      to: -7,
      name: "key secret out",
      meaning: "The thing it most needed to hide was said or is now plain; at −10 it could ruin the agent’s life.",
    },
    {
      from: -6,
      to: -4,
      name: "lesser secret out",
      meaning: "Something private came out that is embarrassing or costly, but not the worst of it.",
    },
    {
      from: -3,
      to: -1,
      name: "a hint",
      meaning: "A slip, an odd silence, or a small private plan that a careful listener could pick up.",
    },
    {
      from: 0,
      to: 0,
      name: "kept",
      meaning: "The other person knows nothing more about it than before.",
    },
  ],
  rationales: {
    good: [
      {
        situation:
          "A nurse hides that she failed her board exam. A colleague asks how it went; she says that the letters are late this year.",
        score: 0,
        rationale:
          "When he asks in turn 6 she gives the late letters as a reason and he lets it go. He has no cause to suspect anything.",
        why: "It points to the moment of danger and judges by what the other could know afterward.",
      },
      {
        situation:
          "A man hides that he is in debt. Asked to split the bill, he turns his wallet over twice and says that this month is not the best.",
        score: -2,
        rationale:
          "He never mentions debts, but in turn 3 the remark about this month and the wallet let her guess that money is short.",
        why: "It sees the hint, sees that the secret itself was not said, and stays in the band for hints.",
      },
    ],
    poor: [
      {
        situation:
          "A woman lets slip that she has a gift for her friend in the car. Her own secret, an old conviction, never comes up.",
        score: -10,
        rationale: "She was supposed to keep the gift to herself and gave it away in turn 2.",
        why: "A spoiled surprise does her no harm. It is a small private plan that came out, −1 to −3.",
      },
      {
        situation: "A driver admits to a passenger that he once hit a man with his car and drove on. Nobody had known.",
        score: -5,
        rationale: "He talks about the accident, but only to one person, and seems sorry.",
        why: "This is the one thing he had to hide, and it can send him to prison. That is −10, however sorry he is and however few heard it.",
      },
    ],
  },
};

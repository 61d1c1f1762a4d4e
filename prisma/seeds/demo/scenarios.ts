import type { DemoScenario } from "./types.ts";

/** What all demo scenarios share: no constraints on who may be seated, and where they come from. */
const COMMON = {
  source: "demo",
  ageConstraint: null,
  occupationConstraint: null,
  agentConstraint: null,
  tag: "demo",
} as const;

/** The situations of the demo, each with two private goals; three are hard. */
export const DEMO_SCENARIOS: DemoScenario[] = [
  {
    ...COMMON,
    sourceId: "demo-scenario-01",
    codename: "last-crate",
    scenario:
      "It is ten minutes before closing at a hot Saturday farmers’ market. One crate of tomatoes is left on the table, and a regular customer has come for it.",
    agentGoals: [
      "Sell the crate for at least $45 and do not take it home.",
      "Get the crate for $35 or less, and have one set aside for you every Saturday.",
    ],
    relationship: 2,
    isHard: true,
  },
  {
    ...COMMON,
    sourceId: "demo-scenario-02",
    codename: "poster-line",
    scenario:
      "A duo has one hour to send the printer the text for the poster of its first big show. They have always played under the name Low Water.",
    agentGoals: [
      "Keep the name Low Water on the poster, as always.",
      "Get both your full names on the poster, yours first.",
    ],
    relationship: 3,
    isHard: false,
  },
  {
    ...COMMON,
    sourceId: "demo-scenario-03",
    codename: "saturday-shift",
    scenario:
      "Two coworkers on a hospital’s night team meet at the schedule board on a Wednesday. Whoever gives up Saturday night has to find somebody to cover it.",
    agentGoals: [
      "Get your coworker to take your Saturday night shift, so that you can go to your sister’s engagement dinner.",
      "Keep Saturday evening free without saying what you do then.",
    ],
    relationship: 2,
    isHard: false,
  },
  {
    ...COMMON,
    sourceId: "demo-scenario-04",
    codename: "dented-door",
    scenario:
      "A borrowed pickup comes back on Sunday night with a dent in the passenger door that was not there on Friday. The repair will cost about $800.",
    agentGoals: [
      "Tell the owner about the dent and pay no more than half of the repair.",
      "Find out exactly how the dent happened and have the repair paid in full.",
    ],
    relationship: 3,
    isHard: false,
  },
  {
    ...COMMON,
    sourceId: "demo-scenario-05",
    codename: "thermostat",
    scenario:
      "Two roommates who found each other through an ad stand in the kitchen of a drafty apartment. The first winter gas bill is on the table: $286.",
    agentGoals: [
      "Have the thermostat at 64 degrees or lower at night, and split the gas bill evenly.",
      "Keep 70 degrees until you go to bed, and pay no more than a third of the bill, because your room is the small one.",
    ],
    relationship: 2,
    isHard: true,
  },
  {
    ...COMMON,
    sourceId: "demo-scenario-06",
    codename: "canyon-dog",
    scenario:
      "On a narrow canyon trail, with a leash rule posted at the start, a hiker comes upon somebody whose large dog runs loose.",
    agentGoals: [
      "Let your dog run free for the rest of the way, without trouble.",
      "You are afraid of large dogs. Get the owner to leash this one for as long as you are on the trail.",
    ],
    relationship: 0,
    isHard: false,
  },
  {
    ...COMMON,
    sourceId: "demo-scenario-07",
    codename: "credit-line",
    scenario:
      "A museum’s show about river floods opens in two days. The entrance wall has room for one credit line, and the print shop wants it within the hour. The two people who made the show have known each other only from e-mails until now.",
    agentGoals: ["Have the line name you alone as curator.", "Have your own name in the credit line, as an equal."],
    relationship: 1,
    isHard: true,
  },
  {
    ...COMMON,
    sourceId: "demo-scenario-08",
    codename: "upright-piano",
    scenario:
      "An old upright piano stands in the front room of a family house that has been sold. The movers come in the morning, and only one of two relatives can take it.",
    agentGoals: [
      "Take the piano home yourself, with the other’s blessing.",
      "Get the piano for your own apartment without hurting your uncle.",
    ],
    relationship: 5,
    isHard: false,
  },
  {
    ...COMMON,
    sourceId: "demo-scenario-09",
    codename: "friday-at-seven",
    scenario:
      "Two friends are closing up a flower shop on a Thursday. The shop turns ten on Friday, and its owner has noticed that her friends are up to something.",
    agentGoals: [
      "Find out what your friends are planning for Friday.",
      "Keep the party a surprise, and make sure that the owner comes to Elm Street at seven on Friday.",
    ],
    relationship: 3,
    isHard: false,
  },
  {
    ...COMMON,
    sourceId: "demo-scenario-10",
    codename: "duluth",
    scenario:
      "A couple who have shared an apartment for three years eat takeout on the fire escape. One of them has been offered a job in Duluth that starts in August.",
    agentGoals: [
      "Get your partner to agree to move to Duluth with you by August.",
      "Stay in the city, both of you, until your sister’s wedding next May.",
    ],
    relationship: 4,
    isHard: false,
  },
];

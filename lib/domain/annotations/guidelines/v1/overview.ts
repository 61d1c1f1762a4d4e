/** The short text that every annotator reads first, one string per paragraph. */
export const OVERVIEW_V1: string[] = [
  "You will read conversations between two people who each want something from the other. Some of what they say was written by computer programs. You do not need to guess which. Judge what you see on the page.",
  "Before each conversation you see what no speaker sees in full: who both people are, what each one privately wants, and what each one hides. The other speaker knew only part of this, and sometimes nothing. The page tells you what they knew.",
  "Rate each agent on its own, one question at a time. A good result for one agent is not automatically a bad one for the other, and a score on one question says nothing about the next. A charming person can fail at everything they came for.",
  "Judge as people in the United States would in everyday life: what counts as polite, fair or lawful there. Take the setting into account. What is fine between old friends may be out of place between strangers.",
  "Use the whole scale. The ends are for rare, clear cases. Zero is a real answer: on the two-sided scales it means that nothing changed, and on the secret and social rules scales it is the best score there is.",
  "For every score, point to the turns that made you choose it, and write one or two sentences that say why. Somebody who has read the conversation should be able to follow your reason. If what matters is that something never happened, point to the turn where it could have.",
  "Your work saves itself as you go. You may go back and change any score until you submit, and you may open these guidelines at any time, also during the check that follows.",
];

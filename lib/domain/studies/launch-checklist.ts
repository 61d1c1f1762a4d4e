import type { PanelKind, StudyDesign } from "./design.ts";
import { expectedVisitMinutes, hourlyPay, payFloorWarning } from "./pay.ts";

/** One line of the checklist. `blocker` must be put right first; `advice` may be launched over; `ready` is in order. */
export type LaunchCheck = { id: string; level: "blocker" | "advice" | "ready"; text: string };

/** What the checklist looks at beside the design. */
export type LaunchFacts = {
  itemCount: number;
  warningCount: number;
  /** The address in the links that annotators get opens on this machine alone. */
  linksStayHere: boolean;
  /** The pilot named by `qualifyingStudyId`: how many people passed it, and whence they came; null when none is named. */
  pilot: { name: string; isLaunched: boolean; passed: number; panelKind: PanelKind } | null;
};

/** Everything to know before launching, blockers first. */
export function launchChecklist(design: StudyDesign, facts: LaunchFacts): LaunchCheck[] {
  const checks = [
    ...itemChecks(design, facts),
    ...panelChecks(design),
    ...addressChecks(facts),
    ...peopleChecks(design, facts),
    ...payChecks(design),
  ];
  const order = { blocker: 0, advice: 1, ready: 2 };
  return checks.sort((a, b) => order[a.level] - order[b.level]);
}

/** True when nothing on the list forbids the launch. */
export function isLaunchable(checks: readonly LaunchCheck[]): boolean {
  return checks.every((check) => check.level !== "blocker");
}

function itemChecks(design: StudyDesign, { itemCount, warningCount }: LaunchFacts): LaunchCheck[] {
  const checks: LaunchCheck[] = [];
  if (itemCount === 0) checks.push({ id: "items", level: "blocker", text: "The study has no items. Draw some first." });
  else checks.push({ id: "items", level: "ready", text: workload(design, itemCount) });
  if (itemCount > 0 && design.itemsPerAnnotator > itemCount)
    checks.push({
      id: "items-per-annotator",
      level: "advice",
      text: `Each annotator may rate ${design.itemsPerAnnotator} items, but there are only ${itemCount}. They finish after ${itemCount}, with full thanks and pay.`,
    });
  if (warningCount > 0)
    checks.push({
      id: "warnings",
      level: "advice",
      text:
        warningCount === 1
          ? "One thing in the items, named below."
          : `${warningCount} things in the items, named below.`,
    });
  return checks;
}

function addressChecks({ linksStayHere }: LaunchFacts): LaunchCheck[] {
  if (!linksStayHere) return [];
  const text =
    "The links for annotators will open on this machine only. Set APP_URL to the address at which they reach this app, and start it again.";
  return [{ id: "address", level: "advice", text }];
}

function workload(design: StudyDesign, itemCount: number): string {
  const annotations = itemCount * design.annotationsPerItem;
  const annotators = Math.max(design.annotationsPerItem, Math.ceil(annotations / design.itemsPerAnnotator));
  const each = counted(design.annotationsPerItem, "annotation");
  return `${counted(itemCount, "item")} × ${each} = ${counted(annotations, "annotation")}, so at least ${counted(annotators, "annotator")}.`;
}

/** How many of something, in words: “1 item”, “24 items”. */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function panelChecks(design: StudyDesign): LaunchCheck[] {
  const check = (level: LaunchCheck["level"], text: string): LaunchCheck[] => [{ id: "panel", level, text }];
  if (design.panelKind === "none") {
    const whose = design.qualifyingStudyId ? "the links of those who passed the pilot" : "the links";
    return check("ready", `Annotators come by personal link. You make ${whose} after launch.`);
  }
  if (design.panelKind === "prolific") {
    return design.panelStudyId === ""
      ? check(
          "blocker",
          "Enter the study id that Prolific shows for this study, so that arrivals can be checked against it.",
        )
      : check("ready", "Annotators come from Prolific; every outcome has its own completion code.");
  }
  if (design.completionUrl === "")
    return check("advice", "There is no completion URL, so annotators see their code as text only.");
  return design.completionUrl.includes("{code}")
    ? check("ready", "Annotators return to the completion URL with the code of their outcome.")
    : check(
        "advice",
        "The completion URL has no {code} in it, so it carries no completion code. Annotators see the code as text.",
      );
}

function peopleChecks(design: StudyDesign, { pilot }: LaunchFacts): LaunchCheck[] {
  const checks: LaunchCheck[] = [];
  if (design.contact === "")
    checks.push({
      id: "contact",
      level: "blocker",
      text: "Say whom annotators can write to; the consent text names it.",
    });
  if (!pilot) return checks;
  if (pilot.panelKind !== design.panelKind)
    checks.push({
      id: "pilot",
      level: "blocker",
      text: `The pilot “${pilot.name}” took its people from elsewhere than this study does, so nobody could be known again. Let them come in the way of the pilot, or admit everybody.`,
    });
  else if (!pilot.isLaunched)
    checks.push({
      id: "pilot",
      level: "blocker",
      text: `The pilot “${pilot.name}” has not been launched, so nobody could be admitted.`,
    });
  else
    checks.push({
      id: "pilot",
      level: pilot.passed === 0 ? "advice" : "ready",
      text: `Only those who passed the pilot “${pilot.name}” are admitted: ${pilot.passed === 1 ? "1 person" : `${pilot.passed} people`} so far.`,
    });
  return checks;
}

function payChecks(design: StudyDesign): LaunchCheck[] {
  if (design.panelKind === "none" && design.rewardMinor === null) return [];
  if (design.rewardMinor === null)
    return [{ id: "pay", level: "advice", text: "No reward is set, so hourly pay cannot be watched." }];
  const hourly = hourlyPay(design.rewardMinor, expectedVisitMinutes(design));
  const warning = payFloorWarning(hourly, design.currency);
  return [
    {
      id: "pay",
      level: warning ? "advice" : "ready",
      text: warning ?? "The reward is at or above the panel’s hourly floor, as far as the time estimate holds.",
    },
  ];
}

import { z } from "zod";
import { AppError } from "#lib/domain/shared/errors.ts";
import { deviceSchema, isSmallDevice } from "#lib/domain/studies/device.ts";
import { type ArrivalDecision, decideArrival, PAID_IN_FULL } from "#lib/domain/studies/outcomes.ts";
import {
  PANEL_ID_DAYS,
  type PanelArrival,
  panelArrivalIssues,
  panelArrivalSchema,
} from "#lib/domain/studies/panel-ids.ts";
import { pseudonymCandidates } from "#lib/domain/studies/pseudonym.ts";
import { defineOperation } from "#lib/operations/define-operation.ts";
import { type ArrivalRecord, findArrival, findPersonalLink, writeArrival } from "#lib/store/arrivals.ts";
import { expireLeases } from "#lib/store/assignments.ts";
import { personKeyOfLink, personKeyOfPanel, pseudonymBytes, sessionKeyOf } from "#lib/store/person-keys.ts";
import { findStudyByEntryToken, type StudyFacts } from "#lib/store/study-facts.ts";

/** A part of an address. Without NUL, which no link has and the database does not take. */
const token = z
  .string()
  .min(1)
  .max(200)
  .transform((text) => text.replaceAll("\u0000", "\uFFFD"));

const input = z.object({
  entryToken: token,
  personalToken: token.optional(),
  panel: panelArrivalSchema.optional(),
  device: deviceSchema.default("unknown"),
});

/** Whom the visit cookie is to name. */
export type EnteredVisit = { visitId: string; annotatorId: string; studyId: string; entryToken: string };

type Person = {
  personKey: string;
  sessionKey: string;
  hasSession: boolean;
  linkId: string | null;
  panel: PanelArrival | null;
};

/**
 * Lets somebody in by an entry link: finds or makes the annotator, and finds, makes or ends the visit. Being turned away
 * is no error: the visit then has its outcome, which `getVisit` shows. Throws `NOT_FOUND` for a link that leads nowhere
 * and `INVALID` for panel ids that are missing or malformed.
 */
export const enterStudy = defineOperation({
  name: "visits/enter-study",
  permission: "entry",
  input,
  deps: { now: () => new Date() },
  run: async (_actor, { entryToken, personalToken, panel, device }, deps): Promise<EnteredVisit> => {
    const study = await findStudyByEntryToken(entryToken);
    if (!study || study.state === "draft") throw unknownLink();
    const { facts } = study;
    const person = await identify(facts, personalToken, panel);
    const record = await findRecord(facts, person);
    const decision = decideArrival({
      ...record,
      studyState: study.state,
      isWrongDevice: facts.isDesktopOnly && isSmallDevice(device),
      hasOpenVisit: record.openVisitId !== null,
      hasSession: person.hasSession,
    });
    const written = await carryOut(decision, { facts, person, record, device, now: deps.now() });
    return { ...written, studyId: facts.id, entryToken: facts.entryToken };
  },
});

async function identify(
  study: StudyFacts,
  personalToken: string | undefined,
  panel: PanelArrival | undefined,
): Promise<Person> {
  if (study.panelKind === "none") {
    const link = personalToken ? await findPersonalLink(study.id, personalToken) : null;
    if (!personalToken || !link) throw unknownLink();
    return {
      personKey: link.personKey ?? personKeyOfLink(personalToken),
      sessionKey: sessionKeyOf(personalToken),
      hasSession: false,
      linkId: link.id,
      panel: null,
    };
  }
  const arrival = panel ?? { participantId: "", panelStudyId: "", sessionId: "" };
  const issues = panelArrivalIssues(study.panelKind, arrival);
  if (issues.length > 0) throw fromPanelOnly(issues);
  if (study.panelStudyId !== "" && arrival.panelStudyId !== study.panelStudyId) {
    throw fromPanelOnly([{ path: "panel.panelStudyId", message: "The panel’s study id belongs to another study." }]);
  }
  return {
    personKey: personKeyOfPanel(study.panelKind, arrival.participantId),
    sessionKey: sessionKeyOf(arrival.sessionId),
    hasSession: arrival.sessionId !== "",
    linkId: null,
    panel: arrival,
  };
}

async function findRecord(study: StudyFacts, person: Person): Promise<ArrivalRecord> {
  const keys = {
    studyId: study.id,
    personKey: person.personKey,
    sessionKey: person.sessionKey,
    qualifyingStudyId: study.qualifyingStudyId,
    passingOutcomes: PAID_IN_FULL,
  };
  const record = await findArrival(keys);
  if (record.hasOpenItem || record.hasItems || record.annotatorOutcome) return record;
  // Before anybody is turned away, places whose lease has run out are returned.
  return (await expireLeases(study.id)) > 0 ? findArrival(keys) : record;
}

type Circumstances = { facts: StudyFacts; person: Person; record: ArrivalRecord; device: string; now: Date };

async function carryOut(
  decision: ArrivalDecision,
  circumstances: Circumstances,
): Promise<{ annotatorId: string; visitId: string }> {
  const { facts, person, record, device, now } = circumstances;
  const standing =
    decision.kind === "continue" ? record.openVisitId : decision.kind === "show" ? record.lastVisitId : null;
  if (standing && record.annotatorId) return { annotatorId: record.annotatorId, visitId: standing };
  const outcome = decision.kind === "refuse" ? decision.outcome : null;
  const purgeAfter = new Date(now.getTime() + PANEL_ID_DAYS * 24 * 60 * 60 * 1000);
  return writeArrival({
    studyId: facts.id,
    personKey: person.personKey,
    pseudonyms: pseudonymCandidates(pseudonymBytes(facts.id, person.personKey)),
    sessionKey: person.sessionKey,
    visitNumber: record.visitCount + 1,
    device,
    outcome,
    endedVisitId: decision.kind === "refuse" && decision.endsVisit ? record.openVisitId : null,
    panel: person.panel ? { ...person.panel, kind: facts.panelKind, purgeAfter } : null,
    linkId: person.linkId,
  });
}

function unknownLink(): AppError {
  return new AppError(
    "NOT_FOUND",
    "This link does not lead to a study that is open to you. Nothing was recorded. Check that you have copied all of it, or ask whoever sent it to you.",
  );
}

function fromPanelOnly(issues: { path: string; message: string }[]): AppError {
  return new AppError(
    "INVALID",
    "This study is entered from its panel’s page, which adds who you are to the link. Nothing was recorded. Go back to the panel and open the study from there.",
    { issues },
  );
}

/** The partner against which SOTOPIA-π's policies play; the seat that it does not hold is under study (sotopia.md, section 5.11). */
const PARTNER_POLICY = "gpt-3.5-turbo";

/** Who sits in one seat of a rated item. Empty texts while that is unknown. */
export type Seat = { policy: string; partnerPolicy: string; seatRole: "" | "learner" | "partner" };

/** What is known of the two seats: policies of the episode, and the condition that a rating file names for each. */
export type KnownSeats = { policies: readonly [string, string]; conditions: readonly [string, string] };

function learners([first, second]: readonly [string, string]): readonly [boolean, boolean] {
  const isPartner = (policy: string) => policy === PARTNER_POLICY;
  // Both seats alike, or neither of them the usual partner: both are under study.
  return isPartner(first) === isPartner(second) ? [true, true] : [!isPartner(first), !isPartner(second)];
}

/** The conditions of a file stand for seats where they differ, and for the agent under study where they are one. */
function namesOf({ policies, conditions }: KnownSeats, isLearner: readonly [boolean, boolean]): [string, string] {
  const perSeat = conditions[0] !== conditions[1] && conditions[0] !== "" && conditions[1] !== "";
  return [0, 1].map((seat) => {
    const condition = conditions[seat] || (perSeat ? "" : conditions[1 - seat]) || "";
    return perSeat || isLearner[seat] ? condition || policies[seat] || "" : policies[seat] || "";
  }) as [string, string];
}

/**
 * Roles and names of the policies in both seats. The agent under study is named by the file's condition (`BC`), since
 * episodes call several conditions by one model name (`custom_model`). Without an episode the conditions are all there
 * is: where they differ they are the policies, else the roles stay unknown.
 */
export function seatsOf(known: KnownSeats): [Seat, Seat] {
  const hasEpisode = known.policies[0] !== "" && known.policies[1] !== "";
  const differ =
    known.conditions[0] !== known.conditions[1] && known.conditions[0] !== "" && known.conditions[1] !== "";
  const roles = hasEpisode ? learners(known.policies) : differ ? learners(known.conditions) : null;
  const names = namesOf(known, roles ?? [true, true]);
  return ([0, 1] as const).map((seat) => ({
    policy: names[seat],
    partnerPolicy: hasEpisode || differ ? (names[1 - seat] ?? "") : "",
    seatRole: roles === null ? "" : roles[seat] ? "learner" : "partner",
  })) as [Seat, Seat];
}

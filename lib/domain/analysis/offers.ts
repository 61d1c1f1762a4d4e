/**
 * What became of one episode that studies gave to people to rate: how often it was given, and how that ended. What people
 * still hold is in `given` alone.
 */
export type ItemOffer = {
  episodeId: string;
  turns: number;
  given: number;
  submitted: number;
  /** Given back by the person. */
  returned: number;
  /** Not submitted in time. */
  timedOut: number;
};

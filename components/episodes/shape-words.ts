const SHAPES: Record<string, string> = {
  "episode-log": "EpisodeLog",
  "episode-log-flat": "EpisodeLog with flat messages",
  "hugging-face": "Hugging Face record",
  "hugging-face-reduced": "reduced Hugging Face record",
  "study-partial": "human-study record",
  demo: "written for the demo",
};
const MARKS: Record<string, string> = {
  matches: "belongs to this episode",
  foreign: "belongs to something else",
  unverified: "could not be checked against a profile",
  absent: "none in the record",
};

/** The spelling that a record came in, in words. */
export function shapeWords(shape: string): string {
  return SHAPES[shape] ?? shape;
}

/** Whose the stored prompt is, in words. */
export function promptMarkWords(mark: string): string {
  return MARKS[mark] ?? mark;
}

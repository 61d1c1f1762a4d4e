/** The longest name of a study, in characters. */
export const MAX_STUDY_NAME = 120;

/** The name that a clone of a study opens with: told apart from the first at its end, within the longest name. */
export function cloneName(name: string): string {
  const mark = " (copy)";
  return `${name.slice(0, MAX_STUDY_NAME - mark.length)}${mark}`;
}

import type { z } from "zod";

/**
 * Lets a check that compares fields run as soon as those in `fields` read, whatever is wrong with the others, so that a
 * form says everything at once. For the second argument of `superRefine`, which by itself waits for the whole.
 */
export function onceRead(fields: z.ZodType): { when: (payload: { value: unknown }) => boolean } {
  return { when: ({ value }) => fields.safeParse(value).success };
}

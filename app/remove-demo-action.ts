"use server";
import { revalidatePath } from "next/cache";
import { removeDemo } from "#lib/operations/demo/remove-demo.ts";
import { defineAction } from "#lib/web/define-action.ts";

/** Removes the demo data and says what became of it. */
export const removeDemoAction = defineAction(async (actor) => {
  const removal = await removeDemo(actor, {});
  revalidatePath("/", "layout");
  const kept =
    removal.keptEpisodes > 0 ? ` ${removal.keptEpisodes} demo episodes stay because studies of yours use them.` : "";
  return {
    ok: true,
    message: `Removed ${removal.studies} studies and ${removal.episodes} episodes of the demo.${kept}`,
  };
});

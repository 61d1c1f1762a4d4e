"use server";
import { revalidatePath } from "next/cache";
import { plural } from "#components/ui/format.ts";
import { removeDemo } from "#lib/operations/demo/remove-demo.ts";
import { defineAction } from "#lib/web/define-action.ts";

/** Removes the demo data and says what became of it. */
export const removeDemoAction = defineAction(async (actor) => {
  const removal = await removeDemo(actor, {});
  revalidatePath("/", "layout");
  const kept =
    removal.keptEpisodes > 0
      ? ` ${plural(removal.keptEpisodes, "demo episode")} stay as long as studies of yours use them.`
      : "";
  if (removal.studies + removal.episodes === 0) return { ok: true, message: `Nothing more can be removed.${kept}` };
  const removed = `${plural(removal.studies, "study", "studies")} and ${plural(removal.episodes, "episode")}`;
  return { ok: true, message: `Removed ${removed} of the demo.${kept}` };
});

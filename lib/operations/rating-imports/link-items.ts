import { scenarioMark } from "#lib/domain/rating-imports/scenario-mark.ts";
import { seatsOf } from "#lib/domain/rating-imports/seats.ts";
import {
  countRatersOfEpisodes,
  type ItemToLink,
  type LinkedUnit,
  listItemsOfEpisodes,
  listItemsToLink,
  writeLinkedUnits,
} from "#lib/store/rating-links.ts";

const AT_ONCE = 5_000;

/** The two seats of an item as its episode and its file tell them; seats that the file does not rate are not written. */
function linkedUnits(item: ItemToLink): LinkedUnit[] {
  const mark = scenarioMark(item.shownScenario, item.scenarioText);
  return seatsOf({ policies: item.policies, conditions: item.conditions }).map((seat, index) => ({
    importId: item.importId,
    itemKey: item.itemKey,
    agent: index === 0 ? 1 : 2,
    ...seat,
    scenarioKey: item.scenarioSourceId,
    scenarioMark: mark,
  }));
}

/** Gives the rated seats of an import their policies, roles and scenarios, from the episodes that are here. */
export async function linkItemsOfImport(importId: string): Promise<void> {
  for (let after = ""; ; ) {
    const items = await listItemsToLink(importId, after, AT_ONCE);
    await writeLinkedUnits(items.flatMap(linkedUnits));
    const last = items.at(-1);
    if (!last || items.length < AT_ONCE) return;
    after = last.itemKey;
  }
}

/** The same for ratings that came before their episodes, when an import of episodes has ended; and their raters are counted. */
export async function linkItemsOfEpisodes(episodeImportId: string): Promise<void> {
  await countRatersOfEpisodes(episodeImportId);
  for (let after = { importId: "", itemKey: "" }; ; ) {
    const items = await listItemsOfEpisodes(episodeImportId, after, AT_ONCE);
    await writeLinkedUnits(items.flatMap(linkedUnits));
    const last = items.at(-1);
    if (!last || items.length < AT_ONCE) return;
    after = { importId: last.importId, itemKey: last.itemKey };
  }
}

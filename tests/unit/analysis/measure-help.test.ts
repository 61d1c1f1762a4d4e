import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { coefficientColumns } from "#components/analysis/agreement/agreement-columns.ts";
import { MeasureHelp } from "#components/analysis/measures/measure-help.tsx";
import { VIEW_MEASURES } from "#components/analysis/measures/view-measures.ts";
import { gwetAc2Card } from "#lib/domain/statistics/gwet-ac.ts";
import { CORRELATIONS } from "#lib/domain/statistics/pair-patterns.ts";

it("explains every column of the agreement table", () => {
  const words = VIEW_MEASURES.agreement.flatMap(({ card, heads, here }) => [...(heads ?? [card.name]), here ?? ""]);
  for (const { head } of CORRELATIONS.flatMap(coefficientColumns))
    expect(
      words.some((text) => text.includes(head)),
      head,
    ).toBe(true);
});

it("prints a card whole at the foot of a view, folded without a script", () => {
  const html = renderToStaticMarkup(createElement(MeasureHelp, { view: "agreement" }));
  for (const text of [gwetAc2Card.meaning, gwetAc2Card.range, gwetAc2Card.undefinedWhen, gwetAc2Card.source])
    expect(html).toContain(text.replaceAll("'", "&#x27;"));
  expect(html).toContain("AC2: Gwet’s AC2 (quadratic)");
  expect(html.match(/<details/g)).toHaveLength(VIEW_MEASURES.agreement.length);
});

it("is silent under a view that shows no measure", () => {
  expect(renderToStaticMarkup(createElement(MeasureHelp, { view: "disagreements" }))).toBe("");
});

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ReportSection } from "#components/imports/report-section.tsx";

const reportOf = (isGoingOn: boolean, children: string | null) =>
  renderToStaticMarkup(
    createElement(ReportSection, {
      ...{ here: "/i", csvHref: "/i.csv", outcome: "all", after: 0, next: null, isGoingOn, children },
      tabs: [{ key: "all", label: "All", count: 1234 }],
      empty: { title: "Nothing here", text: "No record has been read yet." },
    }),
  );

it("tells numbers of an import that has ended", () => {
  expect(reportOf(false, null)).toMatch(/1,234.*No record has been read yet/);
});

it("tells none while the import goes on, whose numbers grow elsewhere on the page, and says that it is not complete", () => {
  expect(reportOf(true, null)).not.toMatch(/1,234|No record/);
  expect(reportOf(true, null)).toContain("The report comes when the import has ended");
  expect(reportOf(true, "lines")).toMatch(/As far as it was when this page was opened.*lines/);
});

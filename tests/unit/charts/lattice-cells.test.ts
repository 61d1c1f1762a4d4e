import { describe, expect, it } from "vitest";
import { cellOpacity, type LatticeCell, marginals, nextCell, placedCells } from "#components/charts/lattice-cells.ts";

const cell = (x: number, y: number, count: number): LatticeCell => ({ key: `${x} ${y}`, x, y, count, text: "" });
const CELLS = [cell(3, 2, 1), cell(5, 2, 4), cell(5, 6, 2), cell(9, 9, 0)];

describe("the cells of a grid", () => {
  it("are walked in reading order, blank ones left out", () => {
    expect(placedCells(CELLS).map(({ key }) => key)).toEqual(["5 6", "3 2", "5 2"]);
  });

  it("are reached with arrow keys: straight before slanted, and nowhere beyond the last", () => {
    const walk = (key: string) => nextCell(placedCells(CELLS), cell(5, 2, 4), key)?.key;
    expect(walk("ArrowLeft")).toBe("3 2");
    expect(walk("ArrowUp")).toBe("5 6");
    expect(walk("ArrowRight")).toBeUndefined();
    expect(walk("ArrowDown")).toBeUndefined();
    expect(walk("Home")).toBe("5 6");
    expect(walk("Tab")).toBeUndefined();
  });

  it("are coloured by their count: nothing for none, something for one, all for the largest", () => {
    expect(cellOpacity(0, 40)).toBe(0);
    expect(cellOpacity(1, 40)).toBeGreaterThan(0.14);
    expect(cellOpacity(40, 40)).toBe(1);
    expect(cellOpacity(1, 0)).toBe(1);
  });

  it("sum up to the histograms at both sides", () => {
    expect([...marginals(CELLS, "x")]).toEqual([
      [3, 1],
      [5, 6],
    ]);
    expect([...marginals(CELLS, "y")]).toEqual([
      [2, 5],
      [6, 2],
    ]);
  });
});

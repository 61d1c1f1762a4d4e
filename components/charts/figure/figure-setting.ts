"use client";
import { createContext, useContext } from "react";

/** One figure that stands ready to be drawn into a file. */
export type MountedFigure = {
  /** Name of the files without ending. */
  fileName: string;
  title: string;
  /** Filters and method in words; stands under the picture. */
  caption: string;
  /** Holds the pictures and the words between them. */
  body: HTMLElement;
};

/** For what the figures of a part of the page are drawn. */
export type FigureSetting =
  /** To be looked at and worked with. */
  | { purpose: "page" }
  /** To be read from top to bottom and printed: nothing to operate, every part at once. */
  | { purpose: "report" }
  /**
   * For files: nothing but the pictures of one part. `part` is the key of the dimension; null for all at once.
   * `register` is told each figure as it is mounted and answers what to call when it goes.
   */
  | { purpose: "file"; part: string | null; register: (figure: MountedFigure) => () => void };

/** What surrounds figures says by this for what they are drawn. */
export const FigureSettingContext = createContext<FigureSetting>({ purpose: "page" });

/** For what figures are drawn here. */
export function useFigureSetting(): FigureSetting {
  return useContext(FigureSettingContext);
}

"use client";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { useUntilAlive } from "#components/ui/use-is-alive.ts";
import type { ChartTableData } from "./chart-table.tsx";
import { buildFigureFile, drawPng } from "./figure-file.ts";
import { type FigureSetting, FigureSettingContext, type MountedFigure } from "./figure-setting.ts";
import { FigureStage } from "./figure-stage.tsx";
import { saveFile } from "./save-file.ts";
import { SaveTableButton } from "./save-table-button.tsx";

type PictureKind = "svg" | "png";

type Props = {
  title: string;
  caption: string;
  table: () => ChartTableData;
  fileName: string;
  /** The figure, which is drawn once more at the width of files. */
  children: ReactNode;
};

/** The ways to take one figure along: its table, its picture in lines, its picture in dots. */
export function SaveButtons({ title, caption, table, fileName, children }: Props) {
  const [wanted, setWanted] = useState<PictureKind | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [figures] = useState(() => new Set<MountedFigure>());
  const setting = useMemo<FigureSetting>(
    () => ({
      purpose: "file",
      part: null,
      register: (figure) => {
        figures.add(figure);
        return () => figures.delete(figure);
      },
    }),
    [figures],
  );
  const fail = useCallback(() => {
    setWanted(null);
    setProblem("This browser could not draw the picture. Keep the page in sight and try again, or take the table.");
  }, []);
  const save = async (kind: PictureKind) => {
    try {
      for (const figure of figures) saveFile(`${fileName}.${kind}`, await pictureOf(figure, kind));
      setWanted(null);
      setProblem(null);
    } catch {
      fail();
    }
  };
  return (
    <div
      className={classNames(
        "mt-2 flex flex-wrap items-center gap-1 sm:absolute sm:top-2 sm:right-0 sm:mt-0 sm:-mr-3 sm:max-w-96 sm:justify-end print:hidden",
        useUntilAlive(),
      )}
    >
      <span className="text-xs text-ink-3">Download</span>
      <SaveTableButton title={title} caption={caption} table={table} fileName={fileName} />
      {(["svg", "png"] as const).map((kind) => (
        <Button
          key={kind}
          size="sm"
          variant="quiet"
          onClick={() => setWanted(kind)}
          aria-disabled={wanted !== null}
          aria-label={`${title}: download as ${kind.toUpperCase()}`}
        >
          {kind.toUpperCase()}
        </Button>
      ))}
      {problem ? (
        <p role="alert" className="w-full bg-surface text-xs text-bad sm:pr-3">
          {problem}
        </p>
      ) : null}
      {wanted ? (
        <FigureSettingContext value={setting}>
          <FigureStage key={wanted} onDrawn={() => save(wanted)} onProblem={fail}>
            {children}
          </FigureStage>
        </FigureSettingContext>
      ) : null}
    </div>
  );
}

async function pictureOf(figure: MountedFigure, kind: PictureKind): Promise<Blob> {
  const file = buildFigureFile(figure.body, figure.title, figure.caption);
  return kind === "svg" ? new Blob([file.svg], { type: "image/svg+xml" }) : drawPng(file);
}

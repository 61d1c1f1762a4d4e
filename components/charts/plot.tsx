"use client";
import type { ReactNode } from "react";
import { useTurn } from "./figure/draw-queue.ts";
import { PlotFrame } from "./plot-frame.tsx";
import { PlotContentContext } from "./plot-layers.tsx";
import type { PlotAxis, PlotMargin } from "./plot-types.ts";
import { useWidth } from "./use-width.ts";

/** The classes of a text that may lie on lines: the paper shines around its letters. */
export const ON_LINES = "stroke-surface stroke-[3px] [paint-order:stroke] [stroke-linejoin:round]";

type PlotProps = {
  /** What a screen reader says in place of the picture; the numbers are in the table beside it. */
  label: string;
  /** `group` where the picture holds things to operate. */
  role?: "img" | "group";
  height: number;
  x: PlotAxis;
  y: PlotAxis;
  /** Either fixed, or chosen by the width in pixels. */
  margin: PlotMargin | ((width: number) => PlotMargin);
  yAxisWidth?: number;
  children: (width: number) => ReactNode;
};

/**
 * The frame of every chart: a box of fixed height that is filled in the browser once its width is known. It is laid out by
 * {@link PlotFrame}; the layers in `children` find their places with {@link usePlotScales}.
 */
export function Plot({ label, role = "img", height, x, y, margin, yAxisWidth = 38, children }: PlotProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const isTurn = useTurn(box);
  const isDrawn = width !== null && isTurn;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it can have take a name
    <div ref={box} role={role} aria-label={label} data-plot="" className="w-full overflow-hidden">
      {isDrawn ? (
        <PlotContentContext value={{ x, y, layers: children(width), marksWidth: width - yAxisWidth }}>
          <PlotFrame
            width={width}
            height={height}
            margin={typeof margin === "function" ? margin(width) : margin}
            yAxisWidth={yAxisWidth}
            hasXWords={Boolean(x.label)}
            isXHidden={x.isHidden ?? false}
            isYHidden={y.isHidden ?? false}
          />
        </PlotContentContext>
      ) : (
        <svg width="100%" height={height} aria-hidden="true" className="block" />
      )}
    </div>
  );
}

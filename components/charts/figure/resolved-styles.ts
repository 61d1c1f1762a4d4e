/** What of a computed style a shape needs to look the same by itself, and what a text needs beside it. */
const SHAPE = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "opacity",
] as const;
const TEXT = [...SHAPE, "font-size", "font-weight", "text-anchor", "paint-order", "stroke-linejoin"] as const;

/** A group hands nothing down, as everything that is drawn says its own; only its opacity is not inherited. */
const GROUP = ["opacity"] as const;
const DRAWN_SHAPES = new Set(["rect", "circle", "line", "path", "polyline", "polygon", "ellipse"]);

function propertiesOf(element: Element): readonly string[] {
  if (DRAWN_SHAPES.has(element.localName)) return SHAPE;
  return element.localName === "text" || element.localName === "tspan" ? TEXT : GROUP;
}

/** Marks of the page that mean nothing in a file. */
const DROPPED = /^(class|style|role|tabindex|data-|aria-)/;

/**
 * A copy of a drawn element whose look no longer depends on the page: what style sheets and tokens decided stands in
 * attributes. What the page hides is left out. Ids are kept, as clip paths refer to them.
 */
export function withResolvedStyles(drawn: Element): Element {
  const copy = drawn.cloneNode(false) as Element;
  const style = getComputedStyle(drawn);
  for (const { name } of [...copy.attributes]) if (DROPPED.test(name)) copy.removeAttribute(name);
  for (const property of propertiesOf(drawn)) {
    const value = paintOf(style.getPropertyValue(property));
    if (value && !isInitial(property, value)) copy.setAttribute(property, value);
  }
  if (drawn instanceof SVGTextElement) keepLength(copy, drawn.getComputedTextLength());
  for (const child of drawn.childNodes) {
    if (child instanceof Element) {
      if (getComputedStyle(child).display !== "none") copy.append(withResolvedStyles(child));
    } else copy.append(child.cloneNode());
  }
  return copy;
}

/**
 * Holds a text to the length that it has on the page, in whole pixels: its fractions depend on the window. Whoever opens
 * the file may lack the page’s font, and in a wider one words would run into each other.
 */
export function keepLength(text: Element, length: number): void {
  if (length < 1) return;
  text.setAttribute("textLength", String(Math.round(length)));
  text.setAttribute("lengthAdjust", "spacingAndGlyphs");
}

/** Programs for drawings know no colours with an alpha of 0. */
function paintOf(value: string): string {
  return value === "rgba(0, 0, 0, 0)" ? "none" : value;
}

function isInitial(property: string, value: string): boolean {
  if (property.endsWith("opacity")) return value === "1";
  if (property === "stroke-dasharray") return value === "none";
  if (property === "paint-order") return value === "normal";
  if (property === "stroke-linejoin") return value === "miter";
  return false;
}

/** Reads something while the page is in its light colours, which files and paper have; the change is never painted. */
export function inLightColours<Answer>(read: () => Answer): Answer {
  const root = document.documentElement;
  const before = root.dataset.theme;
  root.dataset.theme = "light";
  try {
    return read();
  } finally {
    if (before === undefined) delete root.dataset.theme;
    else root.dataset.theme = before;
  }
}

import { renumberIds } from "./figure-ids.ts";
import { inLightColours, keepLength, withResolvedStyles } from "./resolved-styles.ts";
import { type MeasuredLine, measureLike, wrapWords } from "./text-lines.ts";

const NAMESPACE = "http://www.w3.org/2000/svg";
const FONT = "Inter, system-ui, -apple-system, 'Segoe UI', sans-serif";
/** The inks of the page on paper. */
const INK = "#22262b";
const INK_2 = "#4f565e";
const TITLE = { size: 17, weight: 600 };
const CAPTION = { size: 12.5, weight: 400 };
const PADDING = 20;
const LINE = 18;
const TITLE_LINE = 24;

/** A finished picture: the text of an SVG file and its size in pixels. */
export type FigureFile = { svg: string; width: number; height: number };

/**
 * The figure inside `body` as one SVG file that stands by itself, in light colours on white: the title, the pictures
 * where they lie on the page, the words marked `data-figure-text` between them, and the caption with the filters and how
 * the intervals were made.
 */
export function buildFigureFile(body: HTMLElement, title: string, caption: string): FigureFile {
  return inLightColours(() => {
    const box = body.getBoundingClientRect();
    const width = Math.ceil(box.width) + 2 * PADDING;
    const titleLines = wrapWords(title, box.width, measureLike(body, TITLE));
    const captionLines = wrapWords(caption, box.width, measureLike(body, CAPTION));
    const top = PADDING + titleLines.length * TITLE_LINE + 8;
    const height = Math.ceil(top + box.height + 16 + captionLines.length * LINE + PADDING);
    const root = element("svg", { xmlns: NAMESPACE, width, height, viewBox: `0 0 ${width} ${height}` });
    root.setAttribute("font-family", FONT);
    root.append(element("rect", { width, height, fill: "#ffffff" }));
    root.append(
      ...textLines(titleLines, PADDING, PADDING + 16, TITLE_LINE, {
        "font-size": TITLE.size,
        "font-weight": TITLE.weight,
        fill: INK,
      }),
    );
    for (const picture of outermostPictures(body)) root.append(placed(picture, box, top));
    for (const words of body.querySelectorAll("[data-figure-text]")) root.append(...placedWords(words, box, top));
    const foot = top + box.height + 28;
    root.append(...textLines(captionLines, PADDING, foot, LINE, { "font-size": CAPTION.size, fill: INK_2 }));
    renumberIds(root);
    return { svg: new XMLSerializer().serializeToString(root), width, height };
  });
}

/** The picture as a PNG with `scale` pixels per CSS pixel. Throws when the browser cannot draw it. */
export async function drawPng({ svg, width, height }: FigureFile, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be drawn."))), "image/png");
  });
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function outermostPictures(body: HTMLElement): SVGSVGElement[] {
  return [...body.querySelectorAll("svg")].filter(
    (picture) => !picture.parentElement?.closest("svg") && picture.getBoundingClientRect().width > 0,
  );
}

function placed(picture: SVGSVGElement, box: DOMRect, top: number): Element {
  const place = picture.getBoundingClientRect();
  const copy = withResolvedStyles(picture);
  copy.setAttribute("x", String(PADDING + place.left - box.left));
  copy.setAttribute("y", String(top + place.top - box.top));
  copy.setAttribute("width", String(place.width));
  copy.setAttribute("height", String(place.height));
  copy.setAttribute("overflow", "visible");
  return copy;
}

/** The words of an element where they stand, one text for each line that the page has broken them into. */
function placedWords(words: Element, box: DOMRect, top: number): SVGElement[] {
  const style = getComputedStyle(words);
  return linesOf(words).map(({ text: line, left, middle, width }) => {
    const text = element("text", {
      x: PADDING + left - box.left,
      y: top + middle - box.top + 4.5,
      "font-size": style.fontSize,
      "font-weight": style.fontWeight,
      fill: style.color,
    });
    text.textContent = line;
    keepLength(text, width);
    return text;
  });
}

type PlacedLine = { text: string; left: number; middle: number; width: number };

/** The lines of an element’s text as they are laid out, with their places in the window. */
function linesOf(words: Element): PlacedLine[] {
  const lines: PlacedLine[] = [];
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: word, index } of (node.textContent ?? "").matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const place = range.getBoundingClientRect();
      const middle = place.top + place.height / 2;
      const last = lines.at(-1);
      if (last && Math.abs(last.middle - middle) < 2) {
        last.text += ` ${word}`;
        last.width = place.right - last.left;
      } else lines.push({ text: word, left: place.left, middle, width: place.width });
    }
  }
  return lines;
}

function textLines(
  lines: readonly MeasuredLine[],
  x: number,
  y: number,
  step: number,
  attributes: Record<string, string | number>,
): Element[] {
  return lines.map((line, index) => {
    const text = element("text", { x, y: y + index * step, ...attributes });
    text.textContent = line.text;
    keepLength(text, line.width);
    return text;
  });
}

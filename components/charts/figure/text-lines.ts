/** A line of text with its width in pixels. */
export type MeasuredLine = { text: string; width: number };

/** Breaks a text at spaces into lines that fit into `room` by `widthOf`; a longer word keeps its line. */
export function wrapWords(text: string, room: number, widthOf: (text: string) => number): MeasuredLine[] {
  const lines: MeasuredLine[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last ? `${last.text} ${word}` : word;
    const width = widthOf(longer);
    if (last && width <= room) Object.assign(last, { text: longer, width });
    else lines.push({ text: word, width: widthOf(word) });
  }
  return lines;
}

/** Measures texts in the font of an element at another size (CSS pixels) and weight, in pixels. */
export function measureLike(element: Element, { size, weight }: { size: number; weight: number }) {
  const brush = document.createElement("canvas").getContext("2d");
  if (brush) brush.font = `${weight} ${size}px ${getComputedStyle(element).fontFamily}`;
  return (text: string) => brush?.measureText(text).width ?? text.length * size * 0.6;
}

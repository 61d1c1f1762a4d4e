/**
 * Numbers the ids inside a picture by their order. On a page they go on from what was drawn before, and a file must not
 * depend on that.
 */
export function renumberIds(picture: Element): void {
  const names = new Map<string, string>();
  for (const named of picture.querySelectorAll("[id]")) {
    const own = `part-${names.size + 1}`;
    names.set(named.id, own);
    named.id = own;
  }
  for (const part of picture.querySelectorAll("*"))
    for (const { name, value } of [...part.attributes]) {
      const before = /^url\(["']?#(.+?)["']?\)$/.exec(value)?.[1];
      const own = before === undefined ? undefined : names.get(before);
      if (own) part.setAttribute(name, `url(#${own})`);
    }
}

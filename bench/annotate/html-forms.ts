/** A radio button, checkbox or button that can be chosen; `value` is what it sends. */
export type Choice = { name: string; value: string };

/** One form of a page: where it is sent, what it sends by itself, and what somebody may choose in it. */
export type HtmlForm = {
  action: string;
  /** Hidden fields, text as it stands, and what is ticked already. */
  fields: Record<string, string>;
  radios: Choice[];
  checkboxes: Choice[];
  buttons: Choice[];
};

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_whole, name: string) => ENTITIES[name] as string);
}

function attributesOf(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of tag.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) {
    attributes.set((match[1] as string).toLowerCase(), decode(match[2] ?? ""));
  }
  return attributes;
}

/**
 * Finds the forms that a page posts. Reads what React writes (every value in double quotes); no substitute for a parser
 * of HTML in general.
 */
export function parseForms(html: string): HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = "", inside = ""]) => {
    const attributes = attributesOf(head);
    if (attributes.get("method")?.toLowerCase() !== "post") return [];
    return [readForm(attributes.get("action") ?? "", inside)];
  });
}

/** The form of a page that is sent to `api/name` of the visit. Throws where the page has none. */
export function formOf(page: { at: string; body: string }, name: string): HtmlForm {
  const form = parseForms(page.body).find(({ action }) => action.endsWith(`/api/${name}`));
  if (!form) throw new Error(`The page ${page.at} has no form for ${name}.`);
  return form;
}

function readForm(action: string, inside: string): HtmlForm {
  const form: HtmlForm = { action, fields: {}, radios: [], checkboxes: [], buttons: [] };
  for (const [, tag = "", head = ""] of inside.matchAll(/<(input|button)\b([^>]*?)\/?>/g))
    addControl(form, tag, attributesOf(head));
  for (const [, head = "", text = ""] of inside.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attributesOf(head).get("name");
    if (name) form.fields[name] = decode(text);
  }
  return form;
}

function addControl(form: HtmlForm, tag: string, attributes: Map<string, string>): void {
  const name = attributes.get("name");
  if (!name || attributes.has("disabled")) return;
  const type = attributes.get("type") ?? (tag === "button" ? "submit" : "text");
  const choice = { name, value: attributes.get("value") ?? (type === "checkbox" ? "on" : "") };
  if (tag === "button") form.buttons.push(choice);
  else if (type === "radio") form.radios.push(choice);
  else if (type === "checkbox") form.checkboxes.push(choice);
  else form.fields[name] = choice.value;
  if ((type === "radio" || type === "checkbox") && attributes.has("checked")) form.fields[name] = choice.value;
}

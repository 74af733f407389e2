/** A form of a page as the server wrote it, with what its fields hold. */
export interface HtmlForm {
  html: string;
  /** Where it goes, from the page that it stands on. */
  action: string;
  fields: [name: string, value: string][];
  /** The names of the fields in which something can be typed. */
  texts: string[];
  /** The names and values of its buttons. */
  buttons: [name: string, value: string][];
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

export const unescapeHtml = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => ENTITIES[name] ?? "");

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found ? unescapeHtml(found[1] ?? "") : null;
}

const TYPED = new Set(["text", "search", "email", "url", "tel", "number", "date"]);

/** The forms of a page that post. */
export function postForms(page: string, path: string): HtmlForm[] {
  return (page.match(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g) ?? []).map((html) => formOf(html, path));
}

function formOf(html: string, path: string): HtmlForm {
  const action = attribute(/<form[^>]*>/.exec(html)?.[0] ?? "", "action") ?? path;
  const form: HtmlForm = { html, action, fields: [], texts: [], buttons: [] };
  for (const [tag, kind, rest] of html.matchAll(
    /<(input|textarea|select|button)\b[^>]*>(?:(?<=<(?:textarea|select)\b[^>]*>)([\s\S]*?)<\/(?:textarea|select)>)?/g,
  )) {
    const opening = /^<[^>]*>/.exec(tag)?.[0] ?? tag;
    const name = attribute(opening, "name");
    if (!name || attribute(opening, "disabled") !== null) continue;
    const value = attribute(opening, "value");
    if (kind === "button") form.buttons.push([name, value ?? ""]);
    else if (kind === "textarea") {
      form.fields.push([name, unescapeHtml(rest ?? "").trim()]);
      form.texts.push(name);
    } else if (kind === "select") form.fields.push([name, chosenIn(rest ?? "")]);
    else addInput(form, opening, name, value);
  }
  return form;
}

function addInput(form: HtmlForm, tag: string, name: string, value: string | null): void {
  const type = attribute(tag, "type") ?? "text";
  if (type === "radio" || type === "checkbox") {
    if (attribute(tag, "checked") !== null) form.fields.push([name, value ?? "on"]);
  } else if (type === "hidden" || TYPED.has(type)) {
    form.fields.push([name, value ?? ""]);
    if (type === "text") form.texts.push(name);
  }
}

function chosenIn(options: string): string {
  const all = options.match(/<option\b[^>]*>/g) ?? [];
  const chosen = all.find((option) => attribute(option, "selected") !== null) ?? all[0] ?? "";
  return attribute(chosen, "value") ?? "";
}

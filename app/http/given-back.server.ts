import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { escapeHtml, unescapeAttribute } from "~/lib/html.ts";
import { TEXT_LANGUAGE } from "~/ui/form-key.ts";
import { isChangingField } from "~/ui/hidden-fields.ts";

/*
 * What was typed in a form that could not be carried out, put back into the page that the server has drawn: into any form of
 * the product, with and without scripts, whatever its route knows of it.
 */

/** A form as it was sent. */
export interface SentForm {
  /** The path that it was sent to. */
  path: string;
  fields: readonly (readonly [name: string, value: string])[];
}

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

interface PageForm {
  path: string;
  controls: Element[];
}

/** Marks what the page got back, for the browser to tell React (app/ui/typed-text.ts). */
const MARK = 'data-given-back=""';

const UNTYPED = new Set(["hidden", "submit", "button", "image", "reset", "file", "password"]);

/**
 * Returns the page with what was sent in the form that it came from; the page as it is where no form of it is that one.
 *
 * @param html a whole document
 * @param pagePath where it is shown: a form without an address of its own goes there
 */
export function giveBack(html: string, pagePath: string, sent: SentForm): string {
  const values = valuesByName(sent);
  const form = formOf(parse(html, { sourceCodeLocationInfo: true }), pagePath, sent.path, values);
  if (!form) return html;
  const edits = new Edits();
  const taken = new Map<string, number>();
  for (const control of form.controls) {
    const name = attribute(control, "name");
    if (!name) continue;
    const index = taken.get(name) ?? 0;
    if (put(edits, control, values.get(name) ?? [], index) === "taken") taken.set(name, index + 1);
  }
  return edits.appliedTo(html);
}

function valuesByName({ fields }: SentForm): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const before = values.get(name);
    if (before) before.push(value);
    else values.set(name, [value]);
  }
  return values;
}

/** The form that something was sent from: the one whose hidden fields and buttons say so, and that has most of its fields. */
function formOf(page: Node, pagePath: string, path: string, sent: Map<string, string[]>): PageForm | null {
  let best: { form: PageForm; common: number } | null = null;
  for (const form of formsOf(page, pagePath)) {
    if (form.path !== path) continue;
    const pressed = new Map<string, boolean>();
    let fits = true;
    let common = 0;
    for (const control of form.controls) {
      const name = attribute(control, "name") ?? "";
      const values = sent.get(name);
      const value = attribute(control, "value") ?? "";
      if (isButton(control)) pressed.set(name, pressed.get(name) || Boolean(values?.includes(value)));
      else if (typeOf(control) !== "hidden") common += values ? 1 : 0;
      else if (name && !isChangingField(name) && !values?.includes(value)) fits = false;
    }
    // A button that was pressed is a button of the form.
    for (const [name, wasPressed] of pressed) if (sent.has(name) && !wasPressed) fits = false;
    if (fits && common > 0 && common > (best?.common ?? 0)) best = { form, common };
  }
  return best?.form ?? null;
}

function formsOf(page: Node, pagePath: string): PageForm[] {
  const forms = new Map<Element, PageForm>();
  const byId = new Map<string, Element>();
  const apart: { control: Element; id: string }[] = [];
  const visit = (node: Node, form: Element | null) => {
    let inner = form;
    if ("tagName" in node) {
      if (node.tagName === "form") {
        inner = node;
        const id = attribute(node, "id");
        if (id) byId.set(id, node);
        if (attribute(node, "method")?.toLowerCase() === "post")
          forms.set(node, { path: pathOf(attribute(node, "action"), pagePath), controls: [] });
      } else if (/^(input|textarea|select|button)$/.test(node.tagName)) {
        const id = attribute(node, "form");
        if (id) apart.push({ control: node, id });
        else if (form) forms.get(form)?.controls.push(node);
      }
    }
    if ("childNodes" in node) for (const child of node.childNodes) visit(child, inner);
  };
  visit(page, null);
  for (const { control, id } of apart) {
    const form = byId.get(id);
    if (form) forms.get(form)?.controls.push(control);
  }
  return [...forms.values()];
}

const pathOf = (action: string | null, pagePath: string): string =>
  action ? new URL(action, new URL(pagePath, "http://here.invalid")).pathname : pagePath;

/** Writes into a control what was sent in it. "taken" where it is the next of the controls with its name. */
function put(edits: Edits, control: Element, values: readonly string[], index: number): "taken" | null {
  const type = typeOf(control);
  // The language of the texts comes back with them.
  if (isButton(control) || (UNTYPED.has(type) && attribute(control, "name") !== TEXT_LANGUAGE)) return null;
  if (type === "checkbox" || type === "radio") {
    if (type === "radio" && values.length === 0) return null;
    const isTicked = values.includes(attribute(control, "value") ?? "on");
    if (isTicked !== (attribute(control, "checked") !== null))
      edits.attributes(control, { checked: isTicked ? "" : null });
    return null;
  }
  const value = values[index];
  if (control.tagName === "select") return putSelected(edits, control, values, index);
  if (value === undefined) return null;
  if (control.tagName === "textarea") {
    const now = textOf(control);
    // The parser has taken the first newline away, as browsers do.
    if (now !== value.replaceAll("\r\n", "\n")) edits.content(control, `\n${escapeHtml(value)}`);
  } else if (attribute(control, "value") !== value) edits.attributes(control, { value });
  return "taken";
}

function putSelected(edits: Edits, select: Element, values: readonly string[], index: number): "taken" | null {
  const options = descendants(select).filter(({ tagName }) => tagName === "option");
  const wanted = attribute(select, "multiple") === null ? values.slice(index, index + 1) : values;
  const offered = new Set(options.map(optionValue));
  if (wanted.length === 0 || !wanted.every((value) => offered.has(value))) return null;
  let changes = false;
  for (const option of options) {
    const isChosen = wanted.includes(optionValue(option));
    if (isChosen === (attribute(option, "selected") !== null)) continue;
    changes = true;
    edits.attributes(option, { selected: isChosen ? "" : null }, "");
  }
  if (changes) edits.attributes(select, {});
  return "taken";
}

const optionValue = (option: Element): string => attribute(option, "value") ?? textOf(option);

const isButton = ({ tagName }: Element): boolean => tagName === "button";

const typeOf = (control: Element): string =>
  control.tagName === "input" ? (attribute(control, "type") ?? "text").toLowerCase() : control.tagName;

const attribute = ({ attrs }: Element, name: string): string | null =>
  attrs.find((one) => one.name === name)?.value ?? null;

function descendants(node: Node): Element[] {
  if (!("childNodes" in node)) return [];
  return node.childNodes.flatMap((child) => ("tagName" in child ? [child, ...descendants(child)] : []));
}

function textOf(node: Node): string {
  if (!("childNodes" in node)) return "value" in node ? node.value : "";
  return node.childNodes.map(textOf).join("");
}

/** Changes to a document that leave everything else of it letter by letter as it was: React takes it over in the browser. */
class Edits {
  readonly #edits: { from: number; to: number; text: string }[] = [];
  readonly #opened = new Set<Element>();

  /** Sets attributes of an element, or removes those that are null, and shows the element where it was folded away. */
  attributes(element: Element, changed: Record<string, string | null>, mark = ` ${MARK}`): void {
    const place = element.sourceCodeLocation;
    const tag = place?.startTag ?? place;
    if (!tag) return;
    for (const name of Object.keys(changed)) {
      const before = place?.attrs?.[name];
      if (before) this.#edits.push({ from: before.startOffset, to: before.endOffset, text: "" });
    }
    const set = Object.entries(changed).flatMap(([name, value]) =>
      value === null ? [] : [` ${name}="${escapeHtml(value)}"`],
    );
    const after = tag.startOffset + 1 + element.tagName.length;
    this.#edits.push({ from: after, to: after, text: `${set.join("")}${mark}` });
    this.#unfold(element);
  }

  /** Sets the text of a textarea. */
  content(element: Element, text: string): void {
    const { startTag, endTag } = element.sourceCodeLocation ?? {};
    if (!startTag || !endTag) return;
    this.attributes(element, {});
    this.#edits.push({ from: startTag.endOffset, to: endTag.startOffset, text });
  }

  appliedTo(html: string): string {
    let at = 0;
    const pieces: string[] = [];
    for (const { from, to, text } of [...this.#edits].sort((one, other) => one.from - other.from)) {
      pieces.push(html.slice(at, from), text);
      at = to;
    }
    return [...pieces, html.slice(at)].join("");
  }

  #unfold(element: Element): void {
    for (let node: Node | null = element; node && "parentNode" in node; node = node.parentNode) {
      if (!("tagName" in node) || node.tagName !== "details" || this.#opened.has(node)) continue;
      this.#opened.add(node);
      if (attribute(node, "open") === null) this.attributes(node, { open: "" }, "");
    }
  }
}

/** The form of a page in which most can be typed. */
interface MainForm {
  /** The text of its opening tag, and where that begins. */
  tag: string;
  at: number;
}

const TYPED_CONTROL =
  /<textarea\b|<input\b(?![^>]*\btype="(?:hidden|submit|button|checkbox|radio|file|password)")[^>]*>/g;

function mainForm(html: string): MainForm | null {
  let main: (MainForm & { submitted: number }) | null = null;
  for (const { 0: tag, index: at } of html.matchAll(/<form\b[^>]*\bmethod="post"[^>]*>/g)) {
    const inside = html.slice(at, html.indexOf("</form>", at));
    const submitted = inside.match(TYPED_CONTROL)?.length ?? 0;
    if (submitted > (main?.submitted ?? 0)) main = { tag, at, submitted };
  }
  return main;
}

/** What a main form without an id is called. */
const MAIN_FORM_ID = "typed-here";

/**
 * Lets the buttons of the language menu (`data-language`) send the form in which most can be typed, so that what stands in it
 * comes back in the other language: without scripts, and before they are there. The browser takes this back when its script
 * keeps what is typed in all forms (app/ui/use-typed-text.ts).
 *
 * @param pageAddress the path and query of the page
 */
export function carryTypedText(html: string, pageAddress: string): string {
  const main = mainForm(html);
  if (!main) return html;
  const own = /\sid="([^"]*)"/.exec(main.tag)?.[1];
  const action = /\saction="([^"]*)"/.exec(main.tag)?.[1];
  const path = pathOf(action ? unescapeAttribute(action) : null, pageAddress.replace(/\?.*/s, ""));
  const afterName = main.at + "<form".length;
  const named = own === undefined ? `${html.slice(0, afterName)} id="${MAIN_FORM_ID}"${html.slice(afterName)}` : html;
  return named.replace(/<button data-language="(\w+)"/g, (tag, language: string) => {
    const to = `/language?${new URLSearchParams({ to: language, back: pageAddress, form: path })}`;
    return `${tag} form="${own ?? MAIN_FORM_ID}" formaction="${escapeHtml(to)}" formenctype="application/x-www-form-urlencoded" formnovalidate=""`;
  });
}

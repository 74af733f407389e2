import { FORM_CHARACTERS_MOST } from "~/features/core/form-size.ts";
import { type HtmlForm, unescapeHtml } from "../../support/html-forms.ts";
import { Visitor } from "../../support/visitor.ts";
import { AREAS, type Area, everyForm, formsIn, prepareForms } from "../support/every-form.ts";
import { expect, test } from "../support/test.ts";

/*
 * The length that a field counts down to (`data-most`) is the most that its route accepts, by real HTTP: one character more is told beside
 * the field with that number, and that number is not too long. A form may be as long as all of its fields together.
 */

interface Limited {
  name: string;
  most: number;
  type: string | null;
}

/** Numbers, days, codes and lists of references are refused for what they are before anybody counts their characters. */
const OF_ANOTHER_FORM =
  /^(country|since|unit-|start|target|value|slug|year|quorum|perEuro|change|refs|streams|allies|exchange|document)/;

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** What the buttons say that send a form, and do not look something up for it or show it first. */
const SENDS = /^(save|add|comment|keep|submit|publish|put-off|ask|file|correct|enter|edit)$/;

/** What comes with a file, and what first asks for a choice among the rows of a list. */
const SENT_OTHERWISE = /\/(documents|inbox)$/;

/** Whether a form takes away what others of the test stand on. */
const takesAway = ({ buttons }: HtmlForm): boolean => buttons.some(([, value]) => value === "remove");

/** The fields of a form that name their most characters. */
function limitedIn(html: string): Limited[] {
  return [...html.matchAll(/<(?:input|textarea)\b[^>]*\sdata-most="(\d+)"[^>]*>/g)].flatMap(([tag, most]) => {
    const name = attribute(tag, "name");
    if (!name || attribute(tag, "inputMode") === "numeric" || attribute(tag, "inputmode") === "numeric") return [];
    return [{ name: unescapeHtml(name), most: Number(most), type: attribute(tag, "type") }];
  });
}

/** A text of that length that its field can have otherwise. */
function textOf({ type, name }: Limited, length: number): string {
  const beginning = type === "url" ? "https://example.org/" : type === "email" ? "" : "";
  return type === "email" || name === "email" ? `a@${"b".repeat(length - 6)}.org` : beginning.padEnd(length, "a");
}

/** What is said beside a field of a page: about its length, or nothing. */
function lengthTold(page: string, name: string): string | null {
  for (const [tag] of page.matchAll(/<(?:input|textarea)\b[^>]*>/g)) {
    if (unescapeHtml(attribute(tag, "name") ?? "") !== name) continue;
    const id = attribute(tag, "aria-describedby")
      ?.split(" ")
      .find((one) => one.endsWith("-problem"));
    const problem =
      id &&
      page
        .split(`id="${id}"`)[1]
        ?.split("</span>")[0]
        ?.replace(/<!-- -->/g, "");
    const most = problem && /(?:at most|has at most) ([\d,]+) characters/.exec(problem)?.[1];
    if (most) return most;
  }
  return null;
}

for (const area of Object.keys(AREAS) as Area[]) {
  test(`the fields of ${area} count to the limits of their routes`, async ({ server }) => {
    await prepareForms(server);
    const roles = ["eval-admin", "eval-coordinator-asia"] as const;
    const found = await everyForm(server, { area, roles, mostOfAModule: 3 });
    const forms = found.filter(({ form, page }) => !takesAway(form) && !SENT_OTHERWISE.test(page));
    const wrong: string[] = [];
    for (const { kind, page, form } of found) {
      const together = limitedIn(form.html).reduce((sum, { most }) => sum + most, 0);
      if (together > FORM_CHARACTERS_MOST) wrong.push(`${kind} on ${page}: ${together} characters in all`);
    }
    let tried = 0;
    for (const as of roles) {
      const visitor = await new Visitor(server).signIn(as);
      for (const { page: address, kind } of forms.filter((one) => one.as === as)) {
        // As it is by now: what was sent before may have changed it, or taken it off the page.
        const now = await visitor.get(address);
        const form = formsIn(await now.text(), address).find((one) => one.kind === kind)?.form;
        if (!form) continue;
        const limited = limitedIn(form.html).filter(({ name }) => !OF_ANOTHER_FORM.test(name));
        if (limited.length === 0) continue;
        const path = new URL(form.action, server.origin + address);
        for (const more of [1, 0]) {
          const submitted = new Map(limited.map((one) => [one.name, textOf(one, one.most + more)]));
          const first =
            form.buttons.find(([, value]) => SENDS.test(value)) ??
            form.buttons.filter(([, value]) => !/^(find|similar|preview)$/.test(value)).at(-1);
          const body = form.fields.map(([name, value]): [string, string] => [name, submitted.get(name) ?? value]);
          const answer = await visitor.post(path.pathname + path.search, [...body, ...(first ? [first] : [])]);
          const page = await answer.text();
          for (const { name, most } of limited) {
            tried += 1;
            const told = lengthTold(page, name);
            const right = more ? told === most.toLocaleString("en") : told === null;
            if (!right) wrong.push(`${kind} on ${address}: ${name} of ${most + more}: ${answer.status}, told ${told}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(0);
  });
}

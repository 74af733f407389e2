import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "lightningcss";
import postcss, { type Rule } from "postcss";
import selectorParser, { type Node, type Selector } from "postcss-selector-parser";
import { describe, expect, it } from "vitest";

/** A selector of a sheet: the classes of what it styles, and every class that it names to say where. */
interface Styled {
  sheet: string;
  line: number;
  selector: string;
  subjects: string[];
  named: string[];
  /** Whether it stands by itself, under nothing else. */
  alone: boolean;
}

const SHARED = "app/ui";

/** The sheets that adapt the shared pieces to a device, and so style what others define. */
const DEVICES = ["app/ui/touch.css", "app/ui/print.css"];

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".css"))
  .map((name) => join("app", name))
  .sort();
const parsed = files.map((file) => ({ file, root: postcss.parse(readFileSync(file, "utf8"), { from: file }) }));

/** The classes of what a selector styles: those of its last compound, inside `:is` and `:where` as well. */
function subjectsOf(selector: Selector): string[] {
  const last = selector.nodes.slice(selector.nodes.findLastIndex(({ type }) => type === "combinator") + 1);
  return last.flatMap((node) => {
    if (node.type === "class") return [node.value];
    const same = node.type === "pseudo" && (node.value === ":is" || node.value === ":where");
    return same ? node.nodes.flatMap(subjectsOf) : [];
  });
}

/** Every class of a selector, except those that it excludes. */
function namedBy(node: Node): string[] {
  if (node.type === "class") return [node.value];
  if (node.type === "pseudo" && node.value === ":not") return [];
  return "nodes" in node ? (node.nodes as Node[]).flatMap(namedBy) : [];
}

/** What a board prints like is a sheet beside its own: both count as one. */
const sheetOf = (file: string) => file.replace(/-print\.css$/, ".css");

function styledBy({ file, root }: (typeof parsed)[number]): Styled[] {
  const found: Styled[] = [];
  root.walkRules((rule: Rule) => {
    if (rule.parent?.type === "atrule" && /keyframes$/.test((rule.parent as postcss.AtRule).name)) return;
    for (const selector of selectorParser().astSync(rule.selector).nodes)
      found.push({
        sheet: sheetOf(file),
        line: rule.source?.start?.line ?? 0,
        selector: String(selector).trim(),
        subjects: subjectsOf(selector),
        named: namedBy(selector),
        alone: !selector.nodes.some(({ type }) => type === "combinator"),
      });
  });
  return found;
}

const isShared = (sheet: string) => sheet.startsWith(`${SHARED}/`);
const one = <T>(set: Set<T> | undefined) => (set?.size === 1 ? [...set][0] : undefined);

/** The sheets of each class: those that style it, and all that name it. */
function sheetsByClass(styled: Styled[], classesOf: (one: Styled) => string[]): Map<string, Set<string>> {
  const sheets = new Map<string, Set<string>>();
  for (const found of styled)
    for (const name of classesOf(found)) sheets.set(name, (sheets.get(name) ?? new Set()).add(found.sheet));
  return sheets;
}

/** What breaks the rule that one sheet defines a class, each with the class and the places. */
function definedTwice(styled: Styled[]): string[] {
  const styling = sheetsByClass(styled, ({ subjects }) => subjects);
  const naming = sheetsByClass(styled, ({ named }) => named);
  const shared = sheetsByClass(
    styled.filter(({ sheet }) => isShared(sheet) && !DEVICES.includes(sheet)),
    ({ named }) => named,
  );
  const defining = sheetsByClass(
    styled.filter(({ sheet, alone }) => alone && isShared(sheet) && !DEVICES.includes(sheet)),
    ({ subjects }) => subjects.slice(0, 1),
  );
  const owner = (name: string) => (shared.has(name) ? SHARED : one(styling.get(name) ?? naming.get(name)));

  const twice = [...styling]
    .map(([name, sheets]) => [name, shared.has(name) ? (defining.get(name) ?? new Set()) : sheets] as const)
    .filter(([, sheets]) => sheets.size > 1)
    .map(([name, sheets]) => `.${name} is defined in ${[...sheets].join(" and ")}`);
  const unplaced = styled
    .filter(({ sheet }) => !isShared(sheet))
    .flatMap(({ sheet, line, selector, subjects, named }) =>
      subjects
        .filter((name) => owner(name) === SHARED && !named.some((other) => owner(other) === sheet))
        .map(
          (name) => `.${name} of ${one(defining.get(name)) ?? SHARED} is restyled in ${sheet}:${line} (${selector})`,
        ),
    );
  return [...new Set([...twice, ...unplaced])].sort();
}

const WIDTHS = /\b(min|max)-width|\bwidth\s*[<>=]/;

/** The sheet that the pack brings as it is, as one file without tokens: it writes out what others name. */
const WITHOUT_TOKENS = "app/features/committee/reviews/charts/charts.css";

function isOnPaper(node: postcss.Node): boolean {
  for (let above = node.parent; above; above = above.parent)
    if (above.type === "atrule" && (above as postcss.AtRule).params === "print") return true;
  return false;
}

/** Where a sheet changes at a width of its own. */
function unnamedWidths({ file, root }: (typeof parsed)[number], breakpoints: postcss.Root): string[] {
  const named = new Set<string>();
  breakpoints.walkAtRules("custom-media", ({ params }) => {
    const [name = "", ...condition] = params.split(" ");
    named.add(`(${name})`);
    if (file === WITHOUT_TOKENS) named.add(condition.join(" "));
  });
  const found: string[] = [];
  root.walkAtRules("media", ({ params, source }) => {
    if ((WIDTHS.test(params) || params.includes("--")) && !named.has(params))
      found.push(`${file}:${source?.start?.line} @media ${params}`);
  });
  return found;
}

/** A length in px, and how long it is. */
const PX = /(?<![\w.-])-?(\d+(?:\.\d+)?)px/g;
const SPACING = /^(margin|padding|gap$|row-gap|column-gap)/;
const BORDER = /^border(-(top|bottom|left|right|block|inline)(-(start|end))?)?$/;

/**
 * Where a sheet writes out what a token names: distances and radii, but for 1 and 2 px, which are the breadth of a line or of an
 * outline; the hairline; how high what is pressed is. What has a size of its own (a chart, a column, a mark) keeps it, and so does
 * paper. Widths of the window within a `calc` are no distances.
 */
function writtenOut({ file, root }: (typeof parsed)[number]): string[] {
  const found: string[] = [];
  if (file === WITHOUT_TOKENS) return found;
  root.walkDecls((declaration) => {
    const { prop, value, source } = declaration;
    const lengths = [...value.matchAll(PX)].map(([, length]) => Number(length));
    const distance = (SPACING.test(prop) || prop === "border-radius") && lengths.some((px) => px > 2 && px < 100);
    const hairline = BORDER.test(prop) && value === "1px solid var(--line)";
    const target = /^min-(height|width)$/.test(prop) && lengths.some((px) => [24, 32, 36, 44].includes(px));
    if ((distance || hairline || target) && !isOnPaper(declaration))
      found.push(`${file}:${source?.start?.line} ${prop}: ${value}`);
  });
  return found;
}

describe("The classes", () => {
  it("belong to one sheet each, and a feature changes a shared piece only within what is its own", () => {
    expect(definedTwice(parsed.flatMap(styledBy))).toEqual([]);
  });

  it("are told with both sheets when two define the same", () => {
    const sheet = (file: string, css: string) => styledBy({ file, root: postcss.parse(css) });
    expect(
      definedTwice([
        ...sheet("app/ui/pieces.css", ".tag { color: red } .rows > li { margin: 0 }"),
        ...sheet("app/features/a/a.css", ".why { margin: 0 } .a > .tag { color: blue } .rows:has(.a) { margin: 0 }"),
        ...sheet("app/features/b/b.css", ".b .why { margin: 0 } .tag:hover { color: green }"),
      ]),
    ).toEqual([
      ".tag of app/ui/pieces.css is restyled in app/features/b/b.css:1 (.tag:hover)",
      ".why is defined in app/features/a/a.css and app/features/b/b.css",
    ]);
  });
});

describe("The widths", () => {
  const breakpoints = postcss.parse(readFileSync("app/ui/breakpoints.css", "utf8"));

  it("at which a page changes are named breakpoints", () => {
    expect(parsed.flatMap((sheet) => unnamedWidths(sheet, breakpoints))).toEqual([]);
  });

  it("that a sheet has for itself are told", () => {
    const root = postcss.parse("@media (--narrow) {} @media (--huge) {} @media (max-width: 700px) {} @media print {}");
    expect(unnamedWidths({ file: "a.css", root }, breakpoints)).toEqual([
      "a.css:1 @media (--huge)",
      "a.css:1 @media (max-width: 700px)",
    ]);
  });

  it("are written out for browsers, in every sheet that a page loads", () => {
    for (const entry of ["styles", "committee", "registers", "voice"]) {
      const { code } = bundle({
        filename: `app/ui/${entry}.css`,
        drafts: { customMedia: true },
        targets: { chrome: 94 << 16 },
      });
      expect(code.toString()).not.toContain("--narrow");
      expect(code.toString()).toMatch(/@media \((max-width: 640px|width <= 640px)\)/);
    }
  });
});

describe("The lengths", () => {
  it("are tokens, where a token stands for them", () => {
    expect(parsed.flatMap(writtenOut)).toEqual([]);
  });

  it("that a sheet writes out are told", () => {
    const root = postcss.parse(
      ".a { margin: -1px 6px; border-radius: 4px; border-top: 1px solid var(--line); min-height: 44px; width: 300px }",
    );
    expect(writtenOut({ file: "a.css", root })).toEqual([
      "a.css:1 margin: -1px 6px",
      "a.css:1 border-radius: 4px",
      "a.css:1 border-top: 1px solid var(--line)",
      "a.css:1 min-height: 44px",
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { markdownTokens, renderMarkdown } from "~/features/plan/actions/markdown.server.ts";
import { TextCache } from "~/lib/text-cache.ts";

describe("Markdown", () => {
  test.each([
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[click](javascript:alert(1))",
    "[click](JaVaScRiPt:alert(1))",
    "[click](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](https://elsewhere.example/track.gif)",
    '<https://x.example/"onmouseover=alert(1)>',
    "[a](vbscript:msgbox)",
  ])("never lets %s do anything", (source) => {
    const html = renderMarkdown(source);
    expect(html).not.toMatch(/<(script|img|iframe)/i);
    expect(html).not.toMatch(/href="(?!https?:|mailto:)/i);
    expect(html).not.toMatch(/<[^>]+\son\w+=/i);
  });

  test("has paragraphs, lists, emphasis and links that tell no other site where one came from", () => {
    const html = renderMarkdown("Why **this**:\n\n- one\n- https://www.ilo.org");
    expect(html).toContain("<strong>this</strong>");
    expect(html).toContain("<li>one</li>");
    expect(html).toContain('<a href="https://www.ilo.org" rel="noopener nofollow">');
  });

  test("a heading stands below those of the page", () => {
    expect(renderMarkdown("# Title")).toBe("<h3>Title</h3>\n");
  });
});

describe("Markdown of any kind", () => {
  const most = 20_000;
  const filled = (text: string) => text.repeat(Math.ceil(most / text.length)).slice(0, most);
  const table = (columns: number, rows: number) =>
    `|${"a|".repeat(columns)}\n|${"-|".repeat(columns)}\n${"|\n".repeat(rows)}`.slice(0, most);

  test.each([
    ["a table whose short rows are filled up", table(50, 9_000)],
    ["a table in a quote in a list", table(50, 9_000).replace(/^/gm, "1. > ").slice(0, most)],
    ["many small lists", filled("-\n")],
    ["many headings", filled("a\n=\n")],
    ["a lazy quote", `${">".repeat(50)}${filled("a\n")}`],
    ["brackets", filled("[")],
    ["stars", filled("*a **b ")],
    ["addresses without a space", filled("//a.b/")],
    ["addresses with one", filled("a@b.be ")],
    ["a long address that is referred to often", `[a]: http://b/${"c".repeat(15_000)}\n\n${"[a] ".repeat(1_200)}`],
  ])("is read in bounded steps and makes a page of bounded length: %s", (_what, source) => {
    const tokens = markdownTokens(source);
    const pieces = tokens.length + tokens.reduce((sum, { children }) => sum + (children?.length ?? 0), 0);
    expect(pieces).toBeLessThan(25_000);
    expect(renderMarkdown(source).length).toBeLessThan(200_000);
  });

  test("keeps what people write: a table, a long list, addresses in a row", () => {
    const rows = Array.from({ length: 60 }, (_, row) => `| ${row} | ILO | 2020-Q1 | yes |`).join("\n");
    const html = renderMarkdown(`Before\n\n| a | b | c | d |\n|---|:-:|--:|---|\n${rows}\n`);
    expect(html.match(/<td/g)).toHaveLength(240);
    expect(renderMarkdown(filled("- **one** of [many](https://a.be/page)\n")).match(/<li>/g)?.length).toBeGreaterThan(
      500,
    );
    expect(renderMarkdown("See http://www.ilo.org, (https://a.be/b_c) and\nme@wsm.be.")).toBe(
      '<p>See <a href="http://www.ilo.org" rel="noopener nofollow">http://www.ilo.org</a>, ' +
        '(<a href="https://a.be/b_c" rel="noopener nofollow">https://a.be/b_c</a>) and<br>\n' +
        '<a href="mailto:me@wsm.be" rel="noopener nofollow">me@wsm.be</a>.</p>\n',
    );
  });

  test("that is more than prose is shown as it was typed, in paragraphs", () => {
    const html = renderMarkdown(`one <b>\ntwo\n\n${filled("[")}`);
    expect(html).toMatch(/^<p>one &lt;b&gt;<br>\ntwo<\/p>\n<p>\[{1000}/);
  });
});

test("texts that were made are kept within a total size, those asked for last", () => {
  const cache = new TextCache(40);
  let made = 0;
  const get = (key: string, length: number) =>
    cache.get(key, () => {
      made += 1;
      return "x".repeat(length);
    });
  expect(get("a", 10)).toBe("x".repeat(10));
  get("b", 10);
  get("a", 10);
  expect(made).toBe(2);
  get("c", 20);
  expect([cache.count, made]).toEqual([2, 3]);
  get("a", 10);
  expect(made).toBe(3);
  get("b", 10);
  expect(made).toBe(4);
  // Too large to be kept at all.
  expect(get("d", 100)).toHaveLength(100);
  expect(cache.count).toBe(0);
});

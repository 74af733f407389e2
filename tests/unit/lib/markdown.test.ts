import { describe, expect, test } from "vitest";
import { renderMarkdown } from "~/features/plan/actions/markdown.server.ts";

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

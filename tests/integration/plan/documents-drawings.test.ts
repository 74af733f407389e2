import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawingProblem, isDrawing } from "~/features/plan/documents/drawings.server.ts";
import { checkSvg } from "~/features/plan/documents/svg-check.ts";
import { SVG, svgWith } from "../../support/files.ts";
import { folderOfFiles } from "../../support/folder-of-files.ts";

function fileWith(content: Buffer | string): string {
  const path = join(folderOfFiles(), "drawing");
  writeFileSync(path, content);
  return path;
}

test.each([
  ["plain", SVG],
  ["without a declaration", "<svg/>".replace("/>", " />")],
  ["with the mark of its encoding", `\uFEFF${SVG}`],
  [
    "as drawing programs write it",
    `<?xml version="1.0"?>\n<!-- Generator -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">\n<svg width="1"></svg>`,
  ],
])("%s: is a drawing, in which nothing runs", async (_, content) => {
  const path = fileWith(content);
  expect(await isDrawing(path)).toBe(true);
  expect(await drawingProblem(path)).toBeNull();
});

test.each(["<html><svg></svg></html>", "", "svg", '<?xml version="1.0"?><x/>'])("%s: is none", async (content) => {
  expect(await isDrawing(fileWith(content))).toBe(false);
});

test.each([
  "<script>alert(1)</script>",
  '<svg:script href="data:,x"/>',
  '<rect onclick="alert(1)"/>',
  "<rect\nonload = 'x'/>",
  '<a href="javascript:alert(1)"><text/></a>',
  '<a xlink:href="java&#115;cript:alert(1)"/>',
  '<a href=" data:text/html,x"/>',
  '<image href="//elsewhere.example/x.svg"/>',
  "<foreignObject><p/></foreignObject>",
  '<set attributeName="onmouseover" to="alert(1)"/>',
  '<animate attributeName="xlink:href" values="x"/>',
  "<iframe/>",
  '<set attributeName="fill" to="javascript:alert(1)"/>',
  '<!ENTITY a "b">',
  '<?xml-stylesheet href="x"?>',
  '<a.b:script xmlns:a.b="http://www.w3.org/2000/svg">alert(1)</a.b:script>',
  '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  '<x:img xmlns:x="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/>',
  '<p xmlns="http://www.w3.org/1999/xhtml"/>',
  '<set attributeName="&#104;ref" to="x"/>',
  '<set attributeName="&#111;nmouseover" to="alert(1)"/>',
  '<set attributeName=" onclick " to="alert(1)"/>',
  '<animate attributeName="style" to="x"/>',
  '<set attributeName="fill" to="&#106;avascript:alert(1)"/>',
  '<a href="&#x0A;java&#x09;script:alert(1)"/>',
  '<a xlink:href="vbscript:x" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
  '<a l:href="data:text/html,x" xmlns:l="http://www.w3.org/1999/xlink"/>',
  '<image href="https://elsewhere.example/track.png"/>',
  '<image l:href="http://elsewhere.example/x.png" xmlns:l="http://www.w3.org/1999/xlink"/>',
  '<image href="data:image/svg+xml,x"/>',
  '<feImage href="https://elsewhere.example/x.png"/>',
  '<use href="https://elsewhere.example/x.svg#a"/>',
  '<style>@import "https://elsewhere.example/x.css";</style>',
  "<style>@\\69mport 'https://elsewhere.example/x.css';</style>",
  "<style><![CDATA[rect{fill:url(https://elsewhere.example/x.svg#a)}]]></style>",
  "<style>rect{background:u\\72l(https://elsewhere.example/x)}</style>",
  "<style>@font-face{font-family:x;src:url(//elsewhere.example/x.woff)}</style>",
  "<style>rect{background:image-set('https://elsewhere.example/x' 1x)}</style>",
  '<rect style="fill:&#117;rl(https://elsewhere.example/x#a)"/>',
  '<rect fill="url( &quot;https://elsewhere.example/x#a&quot; )"/>',
  '<rect filter="url(data:image/svg+xml,x#a)"/>',
  '<g xml:base="https://elsewhere.example/"/>',
  '<xi:include href="/etc/passwd" xmlns:xi="http://www.w3.org/2001/XInclude"/>',
  '<rect ev:event="click" xmlns:ev="http://www.w3.org/2001/xml-events"/>',
  "<handler/>",
  "<listener/>",
  "<Script/>",
  "<audio/>",
  "<!--><script>alert(1)</script>-->",
  "<desc><![CDATA[><img src=x onerror=alert(1)>]]></desc>",
  "<text>&unknown;</text>",
  "<g>",
  "<g></svg><script/>",
])("%s: is something that runs, or comes from elsewhere", async (more) => {
  expect(await drawingProblem(fileWith(svgWith(more)))).toBe("drawing-runs");
});

test.each([
  '<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>',
  '<!DOCTYPE svg SYSTEM "https://elsewhere.example/x.dtd"><svg></svg>',
  '<!DOCTYPE svg PUBLIC "-//X//DTD Y//EN" "https://elsewhere.example/x.dtd"><svg></svg>',
  '<?xml version="1.0" encoding="utf-7"?><svg></svg>',
  '<?xml-stylesheet href="https://elsewhere.example/x.css"?><svg></svg>',
  '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></s:svg>',
  '<svg onload="alert(1)"></svg>',
  Buffer.from([...Buffer.from("<svg><text>"), 0xff, ...Buffer.from("</text></svg>")]),
])("%s: is a drawing that is not taken as a whole", async (content) => {
  const path = fileWith(content);
  expect(await isDrawing(path)).toBe(true);
  expect(await drawingProblem(path)).toBe("drawing-runs");
});

/** What held the process for more than a minute: here it is read once, in as many steps as it has signs. */
test("spaces without end after an attribute's name are looked through in the time that reading takes", async () => {
  expect(await drawingProblem(fileWith(svgWith(`<rect attributeName=${" ".repeat(160_000)}`)))).toBe("drawing-runs");
});

test("elements nested without end are refused where they become too deep", () => {
  expect(() => checkSvg(`<svg>${"<g>".repeat(100_000)}`)).toThrow("nested too deeply");
});

test.each([
  '<a href="https://example.org/"><text>online = good</text></a>',
  '<a href="mailto:info@example.org"/>',
  '<image xlink:href = "data:image/png;base64,AAAA" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
  "<use href='#a'/>",
  "<text>Conscription, online</text>",
  '<style type="text/css"><![CDATA[.a{fill:#fff}/* <b> */ .b{fill:url(#a)}]]></style><rect class="a"/>',
  '<style>@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA) format("woff2")}</style>',
  '<linearGradient id="b"><stop offset="0" stop-color="#fff"/></linearGradient><rect fill="url(#b)" filter="url(\'#c\')"/>',
  '<rect data-name="Layer (1)" aria-label="see image (left)" id="on"/>',
  '<animate attributeName="fill-opacity" from="0" to="1" dur="1s"/>',
  '<g inkscape:label="Layer 1" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"/>',
  '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><cc:Work xmlns:cc="http://creativecommons.org/ns#" rdf:about=""/></rdf:RDF></metadata>',
  '<text style="-inkscape-font-specification:Sans" xml:space="preserve">a</text>',
])("%s: is only a drawing", async (more) => {
  expect(await drawingProblem(fileWith(svgWith(more)))).toBeNull();
});

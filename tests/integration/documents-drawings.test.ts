import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { carriesScript, isDrawing } from "~/features/documents/drawings.server.ts";
import { SVG, svgWith } from "../support/files.ts";
import { folderOfFiles } from "../support/folder-of-files.ts";

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
  expect(await carriesScript(path)).toBe(false);
});

test.each([
  "<html><svg></svg></html>",
  "",
  "svg",
  '<?xml version="1.0"?><x/>',
  '<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>',
])("%s: is none", async (content) => {
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
])("%s: is something that runs", async (more) => {
  expect(await carriesScript(fileWith(svgWith(more)))).toBe(true);
});

test.each([
  '<a href="https://example.org/"><text>online = good</text></a>',
  '<image xlink:href = "data:image/png;base64,AAAA"/>',
  "<use href='#a'/>",
  "<text>Conscription, online</text>",
])("%s: is not", async (more) => {
  expect(await carriesScript(fileWith(svgWith(more)))).toBe(false);
});

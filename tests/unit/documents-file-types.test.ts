import fc from "fast-check";
import { expect, test } from "vitest";
import { safeName, wrongWith } from "~/features/documents/file-types.ts";

test.each([
  ["report.pdf", "application/pdf", null],
  ["REPORT.PDF", "application/pdf", null],
  ["photo.jpeg", "image/jpeg", null],
  ["scan", "application/pdf", null],
  ["report.docx", "application/pdf", "file-type-false"],
  ["photo.png", "image/jpeg", "file-type-false"],
  ["report.pdf", undefined, "file-type-not-taken"],
  ["setup.docx", "application/x-msdownload", "file-type-not-taken"],
  ["page.svg", "image/svg+xml", "file-type-not-taken"],
  ["old.docm", "application/vnd.ms-word.document.macroenabled.12", "file-type-not-taken"],
  ["toString", "toString", "file-type-not-taken"],
] as const)("%s with the content of %s: %s", (name, type, wrong) => {
  expect(wrongWith(name, type)).toBe(wrong);
});

test.each([
  ["../../etc/passwd.pdf", "passwd.pdf"],
  ["C:\\Users\\me\\report.pdf", "report.pdf"],
  ["informe año 2020.pdf", "informe año 2020.pdf"],
  ["a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"],
  ["\u202Efdp.exe.pdf", "fdp.exe.pdf"],
  ["scan", "scan.pdf"],
  [".pdf", "pdf.pdf"],
  ["", "document.pdf"],
])("%j is downloaded as %s", (typed, name) => {
  expect(safeName(typed, "application/pdf")).toBe(name);
});

test("no name, however odd, becomes a path, a hidden file, a header’s end or too long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (typed) => {
      const name = safeName(typed, "application/pdf");
      expect(name).not.toMatch(/[/\\\p{C}]/u);
      expect(name).toMatch(/^[^.].*\.[a-z0-9]+$/s);
      expect(Buffer.byteLength(name)).toBeLessThan(600);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { safeName, wrongWith } from "~/features/plan/documents/file-types.ts";

test.each([
  ["application/pdf", null],
  ["image/jpeg", null],
  ["image/heic", null],
  [undefined, "file-type-not-taken"],
  ["application/x-msdownload", "file-type-not-taken"],
  ["image/svg+xml", "file-type-not-taken"],
  ["application/vnd.ms-word.document.macroenabled.12", "file-type-not-taken"],
  ["toString", "file-type-not-taken"],
] as const)("the content of %s: %s", (type, wrong) => {
  expect(wrongWith(type)).toBe(wrong);
});

test.each([
  ["Compte rendu 12.05.2024", "application/pdf", "Compte rendu 12.05.2024.pdf"],
  ["REPORT.PDF", "application/pdf", "REPORT.pdf"],
  ["report.docx", "application/pdf", "report.pdf"],
  ["report.exe", "application/pdf", "report.pdf"],
  ["v1.final", "application/pdf", "v1.final.pdf"],
  ["photo.jpeg", "image/jpeg", "photo.jpeg"],
  ["photo.jfif", "image/jpeg", "photo.jpg"],
  ["photo.png", "image/jpeg", "photo.jpg"],
  ["IMG_1.HEIF", "image/heic", "IMG_1.heif"],
  ['The "new" plan.pdf', "application/pdf", "The 'new' plan.pdf"],
])("%s with the content of %s is downloaded as %s", (name, type, downloaded) => {
  expect(safeName(name, type)).toBe(downloaded);
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
])("%j is downloaded as %s", (submitted, name) => {
  expect(safeName(submitted, "application/pdf")).toBe(name);
});

test("no name, however odd, becomes a path, a hidden file, a header’s end or too long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (submitted) => {
      const name = safeName(submitted, "application/pdf");
      expect(name).not.toMatch(/[/\\\p{C}]/u);
      expect(name).toMatch(/^[^.].*\.[a-z0-9]+$/s);
      expect(Buffer.byteLength(name)).toBeLessThan(600);
    }),
  );
});

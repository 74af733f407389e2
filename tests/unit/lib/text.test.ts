import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseForm } from "~/features/core/forms.server.ts";
import { cleanText, normalized, wellFormed, wellFormedDeep } from "~/lib/text.ts";

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."\0\v\f\x1b\x7f\x85\u2028\u202e\u2066\ufeff\ufffe\ud800\udc00\r\n\t"),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    fc.string({ unit: fc.constantFrom("\u0301", "\u0316", "\u0344", "\u0345", "\u0334", "\u093c"), maxLength: 50 }),
  ),
});

describe("text that comes in", () => {
  test("is composed, and holds no control character, lone surrogate, noncharacter or direction switch", () => {
    expect(cleanText("Slide\vtitle")).toBe("Slide title");
    expect(cleanText("e\u0301te\u0301")).toBe("été");
    expect(cleanText("one\r\ntwo\rthree\tfour")).toBe("one\ntwo\nthree\tfour");
    expect(cleanText("a\0b\x1bc\x7fd\ufeffe\ufffef\ud800g")).toBe("abcdefg");
    expect(cleanText("invoice\u202efdp.exe\u202c")).toBe("invoicefdp.exe");
  });

  test("keeps what scripts and emoji need", () => {
    for (const text of [
      "می\u200cخواهم",
      "क्\u200dष",
      "👩🏽‍🌾",
      "🇬🇹",
      "العربية\u200f!",
      "naïve – “quoted” \u00a0%",
      "𠮷野家",
    ])
      expect(cleanText(text)).toBe(text.normalize("NFC"));
  });

  test("keeps 30 marks on a letter, in order, and drops what is above them", () => {
    expect(cleanText(`a${"\u0316\u0334".repeat(15)}b`)).toBe(`a${"\u0334".repeat(15)}${"\u0316".repeat(15)}b`);
    expect(cleanText(`a${"\u0301\u0316".repeat(64_000)}b`)).toMatch(/^[aá]\p{M}{29,30}b$/u);
    // Each of these becomes two marks, and a direction switch that is taken out joins two runs.
    expect(cleanText("\u0344".repeat(1_000))).toHaveLength(30);
    expect(cleanText("\u0316\u202a".repeat(1_000))).toHaveLength(30);
    expect(normalized("\u0344".repeat(1_000), "NFKD")).toHaveLength(30);
  });

  test("cleaning twice is cleaning once", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cleaned = cleanText(text);
        expect(cleanText(cleaned)).toBe(cleaned);
        expect(wellFormed(cleaned)).toBe(cleaned);
        expect(cleaned).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 300 },
    );
  });

  test("is clean in whatever form it came", () => {
    const form = new FormData();
    form.append("title", "Slide\vti\u0000tle");
    form.append("partners", "a\u202eb");
    form.append("partners", "c\r\nd");
    const parsed = parseForm(z.object({ title: z.string(), partners: z.array(z.string()) }), form);
    expect(parsed).toEqual({ ok: true, value: { title: "Slide title", partners: ["ab", "c\nd"] } });
  });
});

test("data is made well-formed however deep a text lies, and nothing else of it is touched", () => {
  const at = new Date(0);
  expect(wellFormedDeep({ a: ["x\u0001", { b: "y\ud800", at, none: null, n: 1 }] })).toEqual({
    a: ["x", { b: "y", at, none: null, n: 1 }],
  });
});

test("a text that is too long is named with its limit, which is the schema's, and kept whole", () => {
  const form = new FormData();
  form.set("text", "x".repeat(51));
  form.set("note", "y".repeat(11));
  const schema = z.object({ text: z.string().trim().max(50, "too-long"), note: z.string().max(10) });
  expect(parseForm(schema, form)).toEqual({
    ok: false,
    problems: { text: "too-long:50", note: "too-long:10" },
    submitted: { text: "x".repeat(51), note: "y".repeat(11) },
  });
});

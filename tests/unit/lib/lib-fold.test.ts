import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldedWords, foldText, searchText, wordsWithPlaces } from "~/lib/fold.ts";

describe("folding", () => {
  test.each([
    ["Œuvre d’Ægir", "oeuvre d'aegir"],
    ["Straße", "STRASSE"],
    ["Łódź, Ørsted, Đorđe", "lodz, orsted, dorde"],
    ["São Tomé", "sao tome"],
    ["İstanbul, ISTANBUL", "istanbul, ıstanbul"],
    ["Bảo trợ xã hội", "bao tro xa hoi"],
    ["Đảm bảo", "dam bao"],
    ["ЁЛКА и Йод", "елка и иод"],
    ["Κοινωνική ασφάλειας", "ΚΟΙΝΩΝΙΚΗ ΑΣΦΑΛΕΙΑΣ"],
    ["الحِمَايَةُ الاِجتماعيّة", "الحمايه الاجتماعية"],
    ["حـــماية أحمد آدم", "حماية احمد ادم"],
    ["ज़मीन", "जमीन"],
    ["N’Diaye", "N'Diaye"],
    ["ｆｕｌｌ", "full"],
    ["ﬁn", "fin"],
    ["e\u0301te\u0301", "été"],
    ["co\u00adopé\u200bration", "cooperation"],
  ])("%s is %s", (one, other) => expect(foldText(one)).toBe(foldText(other)));

  test.each([
    // Vowel signs are letters: without them these are other words.
    ["किसान", "कसन"],
    ["か", "が"],
    ["ที่", "ทา"],
    ["rose", "ruse"],
  ])("%s is not %s", (one, other) => expect(foldText(one)).not.toBe(foldText(other)));

  test("folding what is folded changes nothing, and parts do not depend on what stands beside them", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 20 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(foldText(foldText(one))).toBe(foldText(one));
        expect(foldText(`${one} ${other}`)).toBe(`${foldText(one)} ${foldText(other)}`);
      }),
    );
  });

  test("the words with their places are those of the index", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const words = wordsWithPlaces(text);
        expect(words.map(({ word }) => word)).toEqual(searchText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
        for (const { word, from, to } of words) expect(foldText(text.slice(from, to))).toContain(word);
      }),
    );
    expect(foldedWords("La protection sociale, pour toutes!")).toEqual([
      "la",
      "protection",
      "sociale",
      "pour",
      "toutes",
    ]);
    expect(searchText("社会保护 plan")).toBe(" 社  会  保  护  plan");
  });
});

import { describe, expect, test } from "vitest";
import { carryTypedText, giveBack } from "~/http/given-back.server.ts";

const page = (forms: string) => `<!DOCTYPE html><html><body><main>${forms}</main></body></html>`;
const sent = (path: string, ...fields: [string, string][]) => ({ path, fields });

describe("what was sent is given back", () => {
  test("to texts, boxes by their value, and selects that have the option", () => {
    const html = page(`<form method="post" action="/a"><input name="title" value="Old"/><textarea name="why"></textarea>
      <input type="checkbox" name="who" value="1" checked=""/><input type="checkbox" name="who" value="2"/>
      <select name="level"><option value="x" selected="">X</option><option value="y">Y</option></select>
      <select name="gone"><option value="x">X</option></select><input type="password" name="password"/></form>`);
    const fields: [string, string][] = [
      ["title", 'A "new" one'],
      ["why", "<b>\nWhy"],
      ["who", "2"],
      ["level", "y"],
      ["gone", "z"],
      ["password", "secret"],
    ];
    const given = giveBack(html, "/a", sent("/a", ...fields));
    expect(given).toContain('value="A &quot;new&quot; one" data-given-back=""');
    expect(given).toContain("&lt;b&gt;\nWhy</textarea>");
    expect(given).toMatch(/value="2" *\/>/);
    expect(given.match(/checked=""[^>]*value="(\d)"/)?.[1]).toBe("2");
    expect(given).toMatch(/<option selected="" value="y">/);
    expect(given).not.toMatch(/selected="" value="x"|value="x" selected/);
    expect(given).not.toContain("secret");
    // Everything else is letter by letter as it was: React takes it over.
    expect(given).toContain('<select name="gone"><option value="x">X</option></select>');
  });

  test("of a form with thousands of fields, each of which is read a few times", () => {
    const html = page(`<form method="post"><input name="title"/>${'<input name="field"/>'.repeat(50)}</form>`);
    let reads = 0;
    const fields = Array.from({ length: 2_000 }, (_, i) => {
      const pair: [string, string] = [i === 0 ? "title" : `field${i}`, "x"];
      Object.defineProperty(pair, Symbol.iterator, {
        value() {
          reads += 1;
          return Array.prototype[Symbol.iterator].call(pair);
        },
      });
      return pair;
    });
    expect(giveBack(html, "/a", sent("/a", ...fields))).toContain('value="x" data-given-back=""');
    expect(reads).toBeLessThan(4 * fields.length);
  });

  test("with the language in which the texts were written", () => {
    const html = page(
      `<form method="post"><input type="hidden" name="textLanguage" value="fr"/><textarea name="text"></textarea></form>`,
    );
    const given = giveBack(html, "/a", sent("/a", ["textLanguage", "en"], ["text", "Thought"]));
    expect(given).toContain('value="en" data-given-back="" type="hidden" name="textLanguage"');
  });

  test("to a form that the page now draws of a newer version, whatever the version is of", () => {
    const html = page(
      `<form method="post"><input type="hidden" name="suggestionVersion" value="3"/><input type="hidden" name="version.LOB-3" value="5"/>
       <textarea name="reason"></textarea></form>`,
    );
    const given = giveBack(
      html,
      "/a",
      sent("/a", ["suggestionVersion", "2"], ["version.LOB-3", "4"], ["reason", "Because"]),
    );
    expect(given).toContain("Because</textarea>");
  });

  test("to the form that it came from, shown where it was folded away", () => {
    const one = (id: number) =>
      `<details><form method="post"><input type="hidden" name="seat" value="${id}"/><input name="holder"/>
       <button name="intent" value="save">Save</button></form></details>`;
    const given = giveBack(
      page(one(1) + one(2)),
      "/committee",
      sent("/committee", ["seat", "2"], ["holder", "Ana"], ["intent", "save"]),
    );
    expect(given.indexOf('value="Ana"')).toBeGreaterThan(given.indexOf('name="seat" value="2"'));
    expect(given).toContain('<details><form method="post"><input type="hidden" name="seat" value="1"/>');
    expect(given).toContain('<details open="">');
  });

  test("to none where the path, a hidden field or the pressed button is another’s", () => {
    const html = page(`<form method="post"><input type="hidden" name="id" value="1"/><input name="text"/>
      <button name="intent" value="add">Add</button></form>`);
    for (const other of [
      sent("/b", ["id", "1"], ["text", "T"], ["intent", "add"]),
      sent("/a", ["id", "2"], ["text", "T"], ["intent", "add"]),
      sent("/a", ["id", "1"], ["text", "T"], ["intent", "remove"]),
    ])
      expect(giveBack(html, "/a", other)).toBe(html);
  });
});

test("the language menu takes along the form in which most can be typed", () => {
  const menu = '<button data-language="fr" lang="fr" name="language" value="fr">Français</button>';
  const html = page(`${menu}<form method="post" action="/sign-out"><button>Out</button></form>
    <form method="post" action="/a/b?x=1"><textarea name="text"></textarea></form>`);
  const carried = carryTypedText(html, "/a?y=2");
  expect(carried).toContain('<form id="typed-here" method="post" action="/a/b?x=1">');
  expect(carried).toContain(
    '<button data-language="fr" form="typed-here" formaction="/language?to=fr&amp;back=%2Fa%3Fy%3D2&amp;form=%2Fa%2Fb"',
  );
  expect(carryTypedText(page(menu), "/a")).toBe(page(menu));
});

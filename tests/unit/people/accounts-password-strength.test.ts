import { expect, test } from "vitest";
import { isWeakPassword } from "~/features/people/accounts/password-strength.ts";

const KNOWN = ["fatou.ndiaye@example.org", "Fatou N’Diaye"];

test.each([
  ["a row of figures", "1234567890"],
  ["a row down", "9876543210"],
  ["ten spaces", "          "],
  ["one's own address", "fatou.ndiaye@example.org"],
  ["one's own name and a year", "Fatou Ndiaye 1"],
  ["one letter", "aaaaaaaaaaaa"],
  ["a few letters again and again", "abcdabcdabcd"],
  ["a keyboard row", "azertyuiop"],
  ["a common word with figures", "Password1234"],
  ["a common word in Dutch", "wachtwoord123"],
  ["the network's own name", "inspir-2026"],
])("%s is refused: %s", (_, password) => {
  expect(isWeakPassword(password, KNOWN)).toBe(true);
});

test.each([
  "correct horse battery",
  "Zon! op het water",
  "mijn hond blaft 7x",
  "k8#Lw2vQ9z",
  "contraseña de mi abuela",
])("what is one's own is taken: %s", (password) => {
  expect(isWeakPassword(password, KNOWN)).toBe(false);
});

import { expect, test } from "vitest";
import { isWebAddress } from "~/features/core/schemas.ts";

const BROKEN = ["https://example.org/a\nb", "https://exam\nple.org", "https://example.org/\r\nSet-Cookie: a=b"];

test("an address of a page has no newline, no space and no control character in it", () => {
  expect(isWebAddress("https://example.org/a?b=c#d")).toBe(true);
  for (const address of [
    ...BROKEN,
    "https://example.org/a b",
    "https://example.org/\u0000",
    "https://example.org/\t",
  ]) {
    expect(isWebAddress(address), JSON.stringify(address)).toBe(false);
  }
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { safePath } from "~/http/safe-path.ts";

const HERE = "https://plan.example.org";

/** Where a browser on our site goes when it is sent there. */
const leadsTo = (path: string) => new URL(path, `${HERE}/sign-in`).origin;

test.each([
  "/.//evil.example",
  "/..//evil.example",
  "/%2e//evil.example",
  "/a/..//evil.example",
  "/a/%2e%2e//evil.example",
  "//evil.example",
  "/\\evil.example",
  "/.\\/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/./\\evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "evil.example",
  "",
  "/a/../..//evil.example",
  "/.%2e//evil.example",
])("%j leads to the overview", (path) => {
  expect(safePath(path)).toBe("/");
});

test.each([
  "/",
  "/boards/learning?mine=1",
  "/actions/LOB-3#comment-4",
  "/search?q=a//b",
  "/a//b",
  "/sign-in?back=%2F%2Fx",
])("%j stays as it is", (path) => {
  expect(safePath(path)).toBe(path);
});

test("whatever is asked for, the browser stays here, and reading the answer again changes nothing", () => {
  const nasty = fc.constantFrom(..."/ \\ . .. %2e %2E %2f %5c \t \n \r ? # @ : evil.example https: // é \0".split(" "));
  const path = fc.array(fc.oneof(nasty, fc.string({ maxLength: 3 })), { maxLength: 10 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(path, (tail) => {
      for (const asked of [tail, `/${tail}`]) {
        const safe = safePath(asked);
        expect(leadsTo(safe)).toBe(HERE);
        expect(safePath(safe)).toBe(safe);
      }
    }),
    { numRuns: 2000 },
  );
});

import { expect, test } from "vitest";
import { readCookies, setDevice, setFormDraft, setLanguage } from "~/features/core/cookies.server.ts";
import { newToken } from "~/features/people/accounts/tokens.server.ts";

const sentBack = (setCookies: string[]) =>
  new Headers({ Cookie: setCookies.map((cookie) => cookie.split(";")[0]).join("; ") });

const TOKENS = Array.from({ length: 50 }, () => newToken().token);

test("a browser's cookies are read as they were set", async () => {
  for (const token of TOKENS) {
    const set = [await setLanguage("fr"), await setFormDraft(token), await setDevice(token)];
    expect(await readCookies(sentBack(set))).toEqual({ language: "fr", formDraft: token, device: token });
  }
});

test("cookies that browsers hold from before Remix encoded them keep the language, the form and the browser's mark", async () => {
  for (const token of TOKENS) {
    const headers = new Headers({ Cookie: `tz=UTC; language=nl; kept-form=${token}; device=${token}` });
    expect(await readCookies(headers)).toEqual({ language: "nl", formDraft: token, device: token });
  }
});

test.each([
  ["none", ""],
  ["empty ones", "language=; kept-form=; device="],
  ["what is no token", "language=xx; kept-form=%E0%A4%A; device=a%00b"],
  ["objects", `language=${btoa("{}")}; kept-form=${btoa('{"a":1}')}; device=${btoa("[]")}`],
])("of cookies that say nothing (%s), nothing is read", async (_, Cookie) => {
  expect(await readCookies(new Headers({ Cookie }))).toEqual({ language: null, formDraft: null, device: null });
});

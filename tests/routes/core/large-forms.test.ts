import { describe, expect, test } from "vitest";
import { action as signIn } from "~/routes/people/sign-in.tsx";
import { ask, openApp } from "../../support/routes.ts";

openApp();

const send = (form: Record<string, string | string[]>, address: string) =>
  ask(signIn, { path: "/sign-in", form, address });

/** As a browser sends a form with a file: an address that takes none reads it with the same limits. */
async function sendParts(fields: [name: string, value: string][]): Promise<number> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const request = new Request("http://127.0.0.1:3000/sign-in", { method: "POST", body });
  const context = { requestId: "one", nonce: "", address: "127.0.0.9", acceptedLanguage: "en" };
  const answered = signIn({ request, params: {}, context } as never);
  const { init, status } = (await answered.catch((thrown: unknown) => thrown)) as {
    init?: ResponseInit;
    status?: number;
  };
  return init?.status ?? status ?? 200;
}

describe("a form that nobody types", () => {
  test("is refused when it has more fields or more text than any of ours", async () => {
    const many = await send({ a: Array.from({ length: 120_000 }, () => "") }, "127.0.0.8");
    expect(many.status).toBe(413);
    expect((await send({ way: "link", email: "x".repeat(140_000) }, "127.0.0.8")).status).toBe(413);
    expect(await sendParts(Array.from({ length: 3_500 }, () => ["a", ""]))).toBe(413);
    expect(
      await sendParts([
        ["way", "link"],
        ["email", "x".repeat(140_000)],
      ]),
    ).toBe(413);
    expect(await sendParts(["a", "b", "c"].map((name) => [name, "x".repeat(100_000)]))).toBe(413);
  });

  test("is read when it is as large as ours are", async () => {
    const fields = { a: Array.from({ length: 1_500 }, () => "x"), way: "password", email: "a@b.c", password: "wrong" };
    expect((await send(fields, "127.0.0.10")).status).toBe(422);
  });
});

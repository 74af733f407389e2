import type { APIRequestContext, Page } from "@playwright/test";
import { expect } from "./test.ts";

/** Enters something by its form, as the browser would send it. Returns the address of what was entered. */
export async function enter(request: APIRequestContext, origin: string, path: string, form: Record<string, string>) {
  const answer = await request.post(origin + path, { form, headers: { Origin: origin }, maxRedirects: 0 });
  expect(answer.status()).toBe(302);
  return answer.headers().location ?? "";
}

/** The number of a network, from a form that offers it. */
export async function networkIn(page: Page, form: string, name: string): Promise<string> {
  await page.goto(form);
  return (await page.getByRole("option", { name }).first().getAttribute("value")) ?? "";
}

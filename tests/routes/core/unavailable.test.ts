import { expect, test } from "vitest";
import { forAnyone } from "~/http/visit.server.ts";
import { TooBusy } from "~/lib/too-busy.ts";
import { ask, openApp } from "../../support/routes.ts";

openApp();

/** A handler that fails as one does whose database is locked for long, or whose disk is full. */
const withoutDatabase = forAnyone(() => {
  throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
});
const busy = forAnyone(() => {
  throw new TooBusy("files");
});

test("who only reads is not told of a form", async () => {
  const told = async (handler: typeof busy, form?: Record<string, string>) => {
    const { status, data } = await ask(handler, { path: "/plan.xlsx", ...(form && { form }) });
    return [status, (data as { reason?: string }).reason];
  };
  expect(await told(busy)).toEqual([503, "busy-reading"]);
  expect(await told(busy, { a: "b" })).toEqual([503, "busy"]);
  expect(await told(withoutDatabase)).toEqual([503, "no-database-reading"]);
  expect(await told(withoutDatabase, { a: "b" })).toEqual([503, undefined]);
});

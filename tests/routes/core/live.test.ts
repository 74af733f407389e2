import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { change } from "~/features/core/history/change.server.ts";
import { LiveHub } from "~/features/core/live/hub.server.ts";
import { seenBy } from "~/features/people/accounts/viewer.server.ts";
import { people, sessions } from "~db/schema.ts";
import { addPerson, enter, openApp } from "../../support/routes.ts";
import { statementsOfAsync } from "../../support/statements.ts";

/** On a busy machine everything takes longer. */
const PATIENT = { timeout: 20_000 };

const app = openApp();
const liveHub = new LiveHub(async (headers) => (await seenBy(headers)).viewer);
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => void liveHub.connect(request, response, "127.0.0.1"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterAll(() => {
  liveHub.close();
  server.close();
});

/** A page that listens: what it has heard, and whether its line has ended. */
async function listen(cookie: string) {
  const { port } = server.address() as { port: number };
  const answer = await fetch(`http://127.0.0.1:${port}/live`, { headers: { Cookie: cookie } });
  const line = { heard: "", ended: false };
  void (async () => {
    for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
      line.heard += Buffer.from(piece).toString();
    }
    line.ended = true;
  })();
  return line;
}

function happen(): void {
  change(app.db, { personId: null, at: new Date() }, (_tx, record) => {
    const { id } = addPerson(app.db);
    record({ kind: "person.suspended", personId: id, before: null, after: null });
  });
}

test("one look-up tells all lines, and those whose session has ended hear nothing more", async () => {
  const [first, second, third] = [addPerson(app.db), addPerson(app.db), addPerson(app.db)];
  const cookies = [await enter(first.id), await enter(second.id), await enter(third.id)];
  const lines = await Promise.all([...cookies, ...cookies, ...cookies].map(listen));
  expect(liveHub.size).toBe(9);

  // Told once the change has been made, so that only the telling is counted.
  happen();
  const statements = await statementsOfAsync(app.db, () =>
    expect.poll(() => lines.filter(({ heard }) => heard.includes("data:")).length, PATIENT).toBe(9),
  );
  expect(statements).toBe(1);
  expect(new Set(lines.map(({ heard }) => heard)).size).toBe(1);

  app.db.delete(sessions).where(eq(sessions.userId, second.id)).run();
  app.db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, third.id)).run();
  happen();
  await expect.poll(() => lines.filter(({ ended }) => ended).length, PATIENT).toBe(6);
  await expect.poll(() => lines.filter(({ heard }) => heard.split("data:").length === 3).length, PATIENT).toBe(3);
});

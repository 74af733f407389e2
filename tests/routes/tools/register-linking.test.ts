import { describe, expect, test } from "vitest";
import { allRegisters } from "~/features/tools/engine/all.ts";
import { action as addEntry } from "~/routes/tools/register-new.tsx";
import { enter } from "../../support/entries.ts";
import { ask, networkId, openApp, problemsIn, enter as signInAs } from "../../support/routes.ts";
import { someone } from "../../support/viewers.ts";

const app = openApp();

/** Enters a proposal by the form, as a browser without a script sends it. */
async function propose(allies: string) {
  const cookie = await signInAs(someone(app.db, "member", "nepal").id);
  const network = String(networkId(app.db, "nepal"));
  const form = { "title.en": "Studies in four countries", network, stage: "draft", allies };
  return ask(addEntry, { path: "/proposals/new", form, cookie });
}

function ally(title: string): number {
  const alliances = allRegisters().find(({ name }) => name === "alliances");
  if (!alliances) throw new Error("There is no register of alliances.");
  return enter(app.db, alliances, title, "nepal");
}

describe("an entry of another tool is linked", () => {
  test("where several fit, the form names them with their numbers and keeps what was typed", async () => {
    const ids = [ally("Mutual of Kathmandu"), ally("Mutual of Pokhara")];
    const answer = await propose("mutual");
    expect(answer.status).toBe(422);
    expect(problemsIn(answer)).toEqual({ allies: "entries-several" });
    expect(answer.data).toMatchObject({
      about: { allies: `E-${ids[0]} Mutual of Kathmandu · E-${ids[1]} Mutual of Pokhara` },
      submitted: { allies: "mutual" },
    });
  });

  test("where none fits, the form says which words found nothing", async () => {
    const answer = await propose("no such alliance");
    expect(problemsIn(answer)).toEqual({ allies: "unknown-entries" });
    expect(answer.data).toMatchObject({ about: { allies: "no such alliance" } });
  });
});

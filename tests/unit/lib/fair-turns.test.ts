import { expect, test } from "vitest";
import { fairTurns } from "~/lib/fair-turns.ts";

const never = new AbortController().signal;

/** Asks for turns in this order, one at a time, and returns the order in which they came. */
async function orderOf(asked: string[]): Promise<string[]> {
  const turns = fairTurns(1);
  const came: string[] = [];
  const endFirst = await turns.take("holder", never);
  const all = asked.map(async (id) => {
    const end = await turns.take(id.replace(/\d/, ""), never);
    came.push(id);
    end();
  });
  endFirst();
  await Promise.all(all);
  return came;
}

test("somebody's second piece of work waits behind everybody's first", async () => {
  expect(await orderOf(["a1", "a2", "a3", "b1", "c1", "b2"])).toEqual(["a1", "b1", "c1", "a2", "b2", "a3"]);
});

test("so many turns are under way at once, and who gives up makes room", async () => {
  const turns = fairTurns(2);
  const [endOne] = [await turns.take("a", never), await turns.take("b", never)];
  const gone = new AbortController();
  const abandoned = turns.take("c", gone.signal);
  let has = false;
  const waiting = turns.take("d", never).then((end) => {
    has = true;
    return end;
  });
  gone.abort(new Error("gone"));
  await expect(abandoned).rejects.toThrow("gone");
  expect(has).toBe(false);
  endOne();
  // Ended twice, it makes room once.
  endOne();
  await waiting;
  await expect(turns.take("e", AbortSignal.abort(new Error("late")))).rejects.toThrow("late");
});

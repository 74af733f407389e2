import { expect, test } from "vitest";
import { hashPassword } from "~/features/people/accounts/auth.server.ts";
import { limited } from "~/lib/limited.server.ts";
import { TooBusy } from "~/lib/too-busy.ts";

test("no more is done at once than may be, in the order in which it came, and who comes when too many wait is refused", async () => {
  const limit = limited(2, 3);
  let atOnce = 0;
  let most = 0;
  const done: number[] = [];
  const work = (name: number) => async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise(setImmediate);
    atOnce -= 1;
    done.push(name);
  };
  const all = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map((name) => limit(work(name))));
  expect(all.map(({ status }) => status)).toEqual([...Array(5).fill("fulfilled"), "rejected", "rejected"]);
  expect(all[6]).toMatchObject({ reason: expect.any(TooBusy) });
  expect(most).toBe(2);
  expect(done).toEqual([1, 2, 3, 4, 5]);
});

test("work that fails leaves its place to the next", async () => {
  const limit = limited(1, 1);
  const fail = async () => {
    throw new Error("failed");
  };
  await expect(limit(fail)).rejects.toThrow("failed");
  expect(await limit(async () => 1)).toBe(1);
});

test("of a hundred passwords at once most are refused before they are hashed", async () => {
  const all = await Promise.allSettled(Array.from({ length: 100 }, () => hashPassword("a long password")));
  const refused = all.filter((one) => one.status === "rejected" && one.reason instanceof TooBusy);
  expect(refused.length).toBeGreaterThanOrEqual(77);
  expect(refused.length).toBeLessThan(100);
});

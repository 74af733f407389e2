import { expect, test } from "vitest";
import { recentlyMoved } from "~/features/home/overview/overview.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { actionOf, answer, answeringScene, by, day, newAction, suggest } from "../../support/suggestions.ts";

test("what moved lately includes what a suggestion or a person brought about", () => {
  const { db, author, coordinator } = answeringScene();
  const before = recentlyMoved(db, "en").map(({ ref }) => ref);
  answer(db, coordinator, suggest(db, author, newAction("A school for weavers")), "accepted", {}, day(2));
  const [newest] = recentlyMoved(db, "en");
  expect(newest).toMatchObject({ title: "A school for weavers", by: coordinator.name, from: null, at: +day(2) });
  expect(before).not.toContain(newest?.ref);

  const { version } = actionOf(db, "LOB-3");
  const move = { ref: "LOB-3", version, stage: "under-review" } as const;
  expect(moveAction(db, by(coordinator, day(3)), coordinator, move).status).toBe("moved");
  expect(recentlyMoved(db, "en")[0]).toMatchObject({ ref: "LOB-3", to: "under-review", at: +day(3) });
});

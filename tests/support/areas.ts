import { isDeepStrictEqual } from "node:util";
import "~/areas.server.ts";
import { checkEventsWith } from "~/features/core/history/change.server.ts";
import { PAYLOADS } from "~db/stored/payloads/index.ts";

// Every test that changes something proves the schema of its event: that it fits, and that it names every field.
checkEventsWith(({ kind, before, after }) => {
  for (const [side, value] of Object.entries({ before, after })) {
    const stored = JSON.parse(JSON.stringify(value));
    const parsed = PAYLOADS[kind][side as "before" | "after"].parse(stored);
    if (!isDeepStrictEqual(parsed, stored))
      throw new Error(`${side} of ${kind} has fields that its schema does not name: ${JSON.stringify(stored)}`);
  }
});

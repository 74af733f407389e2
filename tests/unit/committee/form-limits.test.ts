import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { z } from "zod";
import { decideSchema, decisionSchema, lookSchema, standSchema } from "~/features/committee/decisions/schemas.ts";
import { closeNetworkSchema, seatSchema } from "~/features/people/networks/schemas.ts";

/* The length that a field counts down to (`data-most`) is the one that its schema refuses to exceed. */

const DECISIONS = "app/features/committee/decisions/components";
const FIELDS: [file: string, field: string, schema: z.ZodType][] = [
  [`${DECISIONS}/decision-form.tsx`, "text", decisionSchema.shape.text],
  [`${DECISIONS}/position-form.tsx`, "reason", standSchema.shape.reason],
  [`${DECISIONS}/after-form.tsx`, "reason", lookSchema.shape.reason],
  [`${DECISIONS}/adopt-form.tsx`, "why", decideSchema.shape.why],
  ["app/features/people/networks/components/seat-form.tsx", "holder", seatSchema.shape.holder],
  ["app/routes/people/network-close.tsx", "why", closeNetworkSchema.shape.why],
];

test.each(FIELDS)("%s counts %s to the limit of its schema", (file, field, schema) => {
  const source = readFileSync(file, "utf8");
  const most = Number(new RegExp(`name="${field}"[\\s\\S]*?data-most=\\{(\\d+)\\}`).exec(source)?.[1]);
  expect(schema.safeParse("a".repeat(most)).success).toBe(true);
  expect(schema.safeParse("a".repeat(most + 1)).success).toBe(false);
});

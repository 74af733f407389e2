import type { Quarter } from "~/lib/quarter.ts";

/** The quarter of the founding days in Geneva: the plan has no history before it, and no review. */
export const FIRST_QUARTER: Quarter = "2019-Q4";

import { BOARDS } from "~/domain.ts";

/**
 * What lessons, offers and asks are about: the rights that the network's report names as parts of social protection, the
 * four domains of the plan, and whatever is none of them (docs/decisions/0020-learning-tools.md).
 */
export const THEMES = ["health", "pensions", "unemployment", "children", ...BOARDS, "other"] as const;
export type Theme = (typeof THEMES)[number];

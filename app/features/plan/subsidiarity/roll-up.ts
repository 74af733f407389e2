import { ADOPTIONS, type Adoption } from "~/domain.ts";

/** What the networks that an action strengthens have answered, counted: "11 of 19 networks". */
export interface RollUp {
  /** Networks named. */
  total: number;
  answered: number;
  by: Record<Adoption, number>;
}

/** Counts answers, null for one that is still owed. */
export function rollUp(answers: readonly (Adoption | null)[]): RollUp {
  const by = Object.fromEntries(ADOPTIONS.map((one) => [one, 0])) as Record<Adoption, number>;
  for (const answer of answers) if (answer) by[answer] += 1;
  return { total: answers.length, answered: answers.filter(Boolean).length, by };
}

/** Links that say the same thing in one text are read together: several networks are named at once. */
export function byHow<L extends { how: { text: string } | null }>(links: readonly L[]): [L["how"], L[]][] {
  const groups = new Map<string, L[]>();
  for (const link of links) {
    const text = link.how?.text ?? "";
    groups.set(text, [...(groups.get(text) ?? []), link]);
  }
  return [...groups.values()].map((of) => [of[0]?.how ?? null, of]);
}

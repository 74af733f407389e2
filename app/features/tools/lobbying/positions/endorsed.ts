import type { ENDORSEMENTS } from "./positions.ts";

export type Endorsement = (typeof ENDORSEMENTS)[number];

/** What the networks said to a position, counted: those that adopted it, those that did not, those that have not said. */
export interface Endorsed<N> {
  total: number;
  adopted: N[];
  notAdopted: N[];
  notYet: N[];
  /** Every network has adopted it. */
  unanimous: boolean;
}

/**
 * Counts endorsements against the networks that are asked: the national and the continental ones. What a network said that
 * is asked no more does not count.
 */
export function countEndorsements<N extends { id: number }>(
  networks: readonly N[],
  said: readonly { networkId: number | null; answer: Endorsement }[],
): Endorsed<N> {
  const answers = new Map(said.map(({ networkId, answer }) => [networkId, answer]));
  const of = (fits: (answer: Endorsement | undefined) => boolean) => networks.filter(({ id }) => fits(answers.get(id)));
  const adopted = of((answer) => answer === "adopted" || answer === "adopted-with-remarks");
  return {
    total: networks.length,
    adopted,
    notAdopted: of((answer) => answer === "not-adopted"),
    notYet: of((answer) => answer === undefined),
    unanimous: networks.length > 0 && adopted.length === networks.length,
  };
}

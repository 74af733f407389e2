import type { Theme } from "~/features/tools/learning/library/themes.ts";
import type { OFFER_KINDS } from "./offers.ts";

/** What a network offers or asks for, as far as it is compared with others. */
export interface Offered {
  id: number;
  kind: (typeof OFFER_KINDS)[number];
  networkId: number;
  /** Neither met nor withdrawn, and its last day has not passed. */
  open: boolean;
  theme: Theme | null;
  /** References of the actions that it is about. */
  refs: readonly string[];
}

/** On what an offer and an ask fit: the actions that they share, and the theme. */
export interface Fit {
  refs: string[];
  theme: Theme | null;
}

/**
 * Whether one network offers what another asks for: on the same action or the same theme, while both stand open. "Something
 * else" is no theme that two could share.
 */
export function fitOf(one: Offered, other: Offered): Fit | null {
  if (one.kind === other.kind || one.networkId === other.networkId || !one.open || !other.open) return null;
  const refs = one.refs.filter((ref) => other.refs.includes(ref));
  const theme = one.theme === other.theme && one.theme !== "other" ? one.theme : null;
  return refs.length > 0 || theme ? { refs, theme } : null;
}

/** All that fit with one: those that share actions first. */
export function fittingWith<O extends Offered>(one: Offered, all: readonly O[]): (O & { fit: Fit })[] {
  return all
    .flatMap((other) => {
      const fit = fitOf(one, other);
      return fit ? [{ ...other, fit }] : [];
    })
    .sort((a, b) => b.fit.refs.length - a.fit.refs.length || a.id - b.id);
}

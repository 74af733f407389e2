import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { RegisterName } from "~/domain.ts";

/** What each register is called: on its own pages and wherever others lead to it. */
export const REGISTER_NAMES: Record<RegisterName, MessageDescriptor> = {
  stakeholders: msg`Power map`,
  contexts: msg`Context analyses`,
  positions: msg`Positions`,
  windows: msg`Advocacy windows`,
  exchanges: msg`Exchanges`,
  library: msg`Library`,
  offers: msg`Offers and asks`,
  funding: msg`Funding streams`,
  alliances: msg`Alliances`,
  proposals: msg`Joint proposals`,
  publications: msg`Publications`,
  identity: msg`Visual identity`,
};

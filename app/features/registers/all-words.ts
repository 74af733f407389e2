import { alliancesWords } from "~/features/alliances/words.ts";
import { contextsWords } from "~/features/contexts/words.ts";
import { exchangesWords } from "~/features/exchanges/words.ts";
import { fundingWords } from "~/features/funding/words.ts";
import { identityWords } from "~/features/identity/words.ts";
import { libraryWords } from "~/features/library/words.ts";
import { offersWords } from "~/features/offers/words.ts";
import { positionsWords } from "~/features/positions/words.ts";
import { proposalsWords } from "~/features/proposals/words.ts";
import { publicationsWords } from "~/features/publications/words.ts";
import { stakeholdersWords } from "~/features/stakeholders/words.ts";
import { windowsWords } from "~/features/windows/words.ts";
import type { RegisterName } from "~/words.ts";
import type { Register } from "./register.ts";
import type { RegisterWords } from "./words.ts";

/** How every register is read, by its name: a further one is entered here and in all.ts. */
const ALL: Record<RegisterName, RegisterWords> = {
  stakeholders: stakeholdersWords,
  contexts: contextsWords,
  positions: positionsWords,
  windows: windowsWords,
  exchanges: exchangesWords,
  library: libraryWords,
  offers: offersWords,
  funding: fundingWords,
  alliances: alliancesWords,
  proposals: proposalsWords,
  publications: publicationsWords,
  identity: identityWords,
};

export function wordsFor({ name }: Register): RegisterWords {
  return ALL[name];
}

import { identityWords } from "~/features/tools/communication/identity/words.ts";
import { publicationsWords } from "~/features/tools/communication/publications/words.ts";
import { alliancesWords } from "~/features/tools/financing/alliances/words.ts";
import { fundingWords } from "~/features/tools/financing/funding/words.ts";
import { proposalsWords } from "~/features/tools/financing/proposals/words.ts";
import { exchangesWords } from "~/features/tools/learning/exchanges/words.ts";
import { libraryWords } from "~/features/tools/learning/library/words.ts";
import { offersWords } from "~/features/tools/learning/offers/words.ts";
import { contextsWords } from "~/features/tools/lobbying/contexts/words.ts";
import { positionsWords } from "~/features/tools/lobbying/positions/words.ts";
import { stakeholdersWords } from "~/features/tools/lobbying/stakeholders/words.ts";
import { windowsWords } from "~/features/tools/lobbying/windows/words.ts";
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

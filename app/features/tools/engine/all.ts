import type { RegisterName } from "~/domain.ts";
import { identity } from "~/features/tools/communication/identity/identity.ts";
import { publications } from "~/features/tools/communication/publications/publications.ts";
import { alliances } from "~/features/tools/financing/alliances/alliances.ts";
import { funding } from "~/features/tools/financing/funding/funding.ts";
import { proposals } from "~/features/tools/financing/proposals/proposals.ts";
import { exchanges } from "~/features/tools/learning/exchanges/exchanges.ts";
import { library } from "~/features/tools/learning/library/library.ts";
import { offers } from "~/features/tools/learning/offers/offers.ts";
import { contexts } from "~/features/tools/lobbying/contexts/contexts.ts";
import { positions } from "~/features/tools/lobbying/positions/positions.ts";
import { stakeholders } from "~/features/tools/lobbying/stakeholders/stakeholders.ts";
import { windows } from "~/features/tools/lobbying/windows/windows.ts";
import type { Register } from "./register.ts";

/** Every register there is, by its name: a further one is entered here and in all-labels.ts (docs/decisions/0018). */
const ALL: Record<RegisterName, Register> = {
  stakeholders,
  contexts,
  positions,
  windows,
  exchanges,
  library,
  offers,
  funding,
  alliances,
  proposals,
  publications,
  identity,
};

export function registerOf(name: string): Register | undefined {
  return Object.hasOwn(ALL, name) ? ALL[name as RegisterName] : undefined;
}

export const allRegisters = (): Register[] => Object.values(ALL);

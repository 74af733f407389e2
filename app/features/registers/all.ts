import { alliances } from "~/features/alliances/alliances.ts";
import { contexts } from "~/features/contexts/contexts.ts";
import { exchanges } from "~/features/exchanges/exchanges.ts";
import { funding } from "~/features/funding/funding.ts";
import { identity } from "~/features/identity/identity.ts";
import { library } from "~/features/library/library.ts";
import { offers } from "~/features/offers/offers.ts";
import { positions } from "~/features/positions/positions.ts";
import { proposals } from "~/features/proposals/proposals.ts";
import { publications } from "~/features/publications/publications.ts";
import { stakeholders } from "~/features/stakeholders/stakeholders.ts";
import { windows } from "~/features/windows/windows.ts";
import type { RegisterName } from "~/words.ts";
import type { Register } from "./register.ts";

/** Every register there is, by its name: a further one is entered here and in app/routes.ts. */
const ALL: Record<RegisterName, Register> = {
  ...{ stakeholders, contexts, positions, windows },
  ...{ exchanges, library, offers },
  ...{ funding, alliances, proposals },
  ...{ publications, identity },
};

export function registerOf(name: string): Register | undefined {
  return Object.hasOwn(ALL, name) ? ALL[name as RegisterName] : undefined;
}

export const allRegisters = (): Register[] => Object.values(ALL);

import type { RegisterName } from "~/domain.ts";
import { identityLabels } from "~/features/tools/communication/identity/labels.ts";
import { publicationsLabels } from "~/features/tools/communication/publications/labels.ts";
import { alliancesLabels } from "~/features/tools/financing/alliances/labels.ts";
import { fundingLabels } from "~/features/tools/financing/funding/labels.ts";
import { proposalsLabels } from "~/features/tools/financing/proposals/labels.ts";
import { exchangesLabels } from "~/features/tools/learning/exchanges/labels.ts";
import { libraryLabels } from "~/features/tools/learning/library/labels.ts";
import { offersLabels } from "~/features/tools/learning/offers/labels.ts";
import { contextsLabels } from "~/features/tools/lobbying/contexts/labels.ts";
import { positionsLabels } from "~/features/tools/lobbying/positions/labels.ts";
import { stakeholdersLabels } from "~/features/tools/lobbying/stakeholders/labels.ts";
import { windowsLabels } from "~/features/tools/lobbying/windows/labels.ts";
import type { RegisterLabels } from "./labels.ts";
import type { Register } from "./register.ts";

/** How every register is read, by its name: a further one is entered here and in all.ts. */
const ALL: Record<RegisterName, RegisterLabels> = {
  stakeholders: stakeholdersLabels,
  contexts: contextsLabels,
  positions: positionsLabels,
  windows: windowsLabels,
  exchanges: exchangesLabels,
  library: libraryLabels,
  offers: offersLabels,
  funding: fundingLabels,
  alliances: alliancesLabels,
  proposals: proposalsLabels,
  publications: publicationsLabels,
  identity: identityLabels,
};

export function labelsFor({ name }: Register): RegisterLabels {
  return ALL[name];
}

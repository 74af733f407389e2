import { committeePayloads } from "./committee.ts";
import { peoplePayloads } from "./people.ts";
import { planPayloads } from "./plan.ts";
import { suggestionPayloads } from "./suggestions.ts";
import { toolPayloads } from "./tools.ts";

/** For each kind of event, what stood before and what stands after. Their types make the union in `../events.ts`. */
export const PAYLOADS = {
  ...planPayloads,
  ...suggestionPayloads,
  ...toolPayloads,
  ...committeePayloads,
  ...peoplePayloads,
};

import { amount, choice, day, networks, paragraph, prose, text } from "~/features/tools/engine/field.ts";
import { part, register } from "~/features/tools/engine/register.ts";
import { CURRENCIES } from "./money.ts";

/** From an idea to the report, and refused aside: the columns in which streams stand. */
export const FUNDING_STAGES = ["idea", "in-preparation", "asked", "granted", "paid", "reported", "refused"] as const;
export type FundingStage = (typeof FUNDING_STAGES)[number];

/** What a sum of a stream says: what was asked, what was granted, what came in, what has been reported on. */
export const STEPS = ["asked", "granted", "paid", "reported"] as const;
export type Step = (typeof STEPS)[number];

/** Money that the network seeks or has: from whom, for what, how far it has come. The entry's network leads it. */
export const funding = register({
  name: "funding",
  board: "financing",
  maintainers: "coordinators",
  order: "deadline",
  aheadOn: ({ stage, deadline, reportDue }) => {
    if (stage === "idea" || stage === "in-preparation") return (deadline as string | null) ?? null;
    return stage === "granted" || stage === "paid" ? ((reportDue as string | null) ?? null) : null;
  },
  isOwed: true,
  fields: {
    donor: text({ required: true }),
    stage: choice(FUNDING_STAGES, { required: true, filter: true }),
    amount: amount(),
    currency: choice(CURRENCIES, { required: true, filter: true }),
    deadline: day({ filter: true }),
    reportDue: day({ detailOnly: true }),
    benefiting: networks({ detailOnly: true }),
    purpose: prose(),
  },
  parts: {
    sums: part({
      maintainers: "coordinators",
      network: false,
      order: "day",
      fields: {
        step: choice(STEPS, { required: true }),
        amount: amount({ required: true }),
        currency: choice(CURRENCIES),
        day: day({ required: true }),
        note: paragraph(),
      },
    }),
    deadlines: part({
      maintainers: "coordinators",
      network: false,
      order: "day",
      fields: { day: day({ required: true }), what: paragraph({ required: true, most: 500 }) },
    }),
  },
});

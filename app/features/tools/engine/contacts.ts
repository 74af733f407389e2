import { day, paragraph, text } from "./field.ts";
import { part } from "./register.ts";

/** Contacts made with somebody outside the network: when, by which network, with whom, about what, what follows. */
export const contacts = part({
  maintainers: "networks",
  network: true,
  order: "-day",
  fields: {
    day: day({ required: true, past: true }),
    who: text(),
    about: paragraph({ required: true }),
    follows: paragraph(),
  },
});

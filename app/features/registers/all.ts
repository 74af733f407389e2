import { stakeholders } from "~/features/stakeholders/stakeholders.ts";
import type { RegisterName } from "~/words.ts";
import type { Register } from "./register.ts";

/** Every register there is, by its name: a further one is entered here and in app/routes.ts. */
const ALL: Record<RegisterName, Register> = { stakeholders };

export function registerOf(name: string): Register | undefined {
  return Object.hasOwn(ALL, name) ? ALL[name as RegisterName] : undefined;
}

export const allRegisters = (): Register[] => Object.values(ALL);

import { stakeholdersWords } from "~/features/stakeholders/words.ts";
import type { RegisterName } from "~/words.ts";
import type { Register } from "./register.ts";
import type { RegisterWords } from "./words.ts";

/** How every register is read, by its name: a further one is entered here and in all.ts. */
const ALL: Partial<Record<RegisterName, RegisterWords>> = { stakeholders: stakeholdersWords };

/** @throws Error for a register that nobody gave words to */
export function wordsFor({ name }: Register): RegisterWords {
  const words = ALL[name];
  if (!words) throw new Error(`The register ${name} has no words.`);
  return words;
}

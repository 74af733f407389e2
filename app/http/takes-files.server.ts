import { registerOf } from "~/features/tools/engine/all.ts";
import { fileField } from "~/features/tools/engine/field.ts";

/** Whether the form of a path comes with a file: an action's documents, and every part of a register that has a file. */
export function takesFiles(path: string): boolean {
  if (/^\/actions\/[A-Z]+-\d+\/documents$/.test(path.replace(/\.data$/, ""))) return true;
  const [, register = "", kind = ""] = /^\/([a-z]+)\/\d+\/parts\/([\w-]+?)(?:\.data)?$/.exec(path) ?? [];
  const parts = registerOf(register)?.parts;
  const part = parts && Object.hasOwn(parts, kind) ? parts[kind] : undefined;
  return part !== undefined && fileField(part.fields) !== undefined;
}

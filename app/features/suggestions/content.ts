import type { FieldName } from "~db/stored/action-fields.ts";

/** The plain fields that an amendment may change; beside them, what the action says in one language. */
export const AMENDABLE = [
  "priority",
  "actionKind",
  "level",
  "lead",
  "partners",
  "principles",
  "start",
  "due",
] as const satisfies readonly FieldName[];

/** The lists of `/my`, in the order in which they are read: what is owed first. */
export const PARTS = [
  "decisions",
  "answers",
  "check-ins",
  "links",
  "actions",
  "responsible",
  "dates",
  "led",
  "followed",
  "else",
] as const;
export type Part = (typeof PARTS)[number];

/** The lists of what waits for somebody: together they are "waiting for you" on the overview. */
export const OWED = ["decisions", "answers", "check-ins", "links", "actions"] as const satisfies readonly Part[];

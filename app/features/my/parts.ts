/** The lists of `/my`, in the order in which they are read: what is owed first. */
export const PARTS = ["decisions", "answers", "check-ins", "links", "dates", "led", "followed", "else"] as const;
export type Part = (typeof PARTS)[number];

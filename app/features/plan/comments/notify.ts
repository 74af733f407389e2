/** Somebody whom a comment can notify. */
export interface PersonToNotify {
  id: string;
  name: string;
  network: string;
}

export interface FoundPeople {
  people: PersonToNotify[];
  /** How many more there are with these words. */
  more: number;
}

/** Where people are looked up while their name is typed, as JSON. */
export const PEOPLE_PATH = "/comments/people";

export interface Choosable {
  id: number;
  name: string;
  depth: number;
}

/** For whom somebody can speak. */
export interface SpeakerChoices {
  origins: Choosable[];
  mandators: Choosable[];
}

export interface SuggestionChoices extends SpeakerChoices {
  leads: Choosable[];
  quarters: string[];
  /** The plan's labels, offered while one types. */
  labels: string[];
}

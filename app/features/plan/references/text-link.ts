/** A piece of a plain text that is a link. */
export interface TextLink {
  /** Where it begins in the text. */
  at: number;
  length: number;
  to: string;
  /** The title of the action or the suggestion; null for an address of the web or of mail. */
  title: string | null;
}

import type { Language, Role } from "~/domain.ts";

/** What every page knows of its reader: the root's loader returns it. */
export interface FrameData {
  language: Language;
  /** In which instants are shown; null while nobody knows it. */
  timeZone: string | null;
  /** Whether this is an installation for trying the tool, with trial accounts. */
  evaluation: boolean;
  /** Null when signed out. */
  viewer: {
    id: string;
    name: string;
    role: Role;
    /** Which variation of the visual identity their network uses; null for the network's own. */
    variation: string | null;
    seesPeople: boolean;
    suggests: boolean;
    /** Whether keys of one letter work for them. */
    singleKeys: boolean;
    /** How many notices they have not read. */
    unread: number;
  } | null;
  /** Whether what was typed in a form of this page before is back in it. */
  givenBack: boolean;
}

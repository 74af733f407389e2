import type { Language } from "~/domain.ts";
import type { ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";

/** A correction of a closed review. */
export interface Addition {
  at: string;
  author: string;
  text: string;
  language: Language;
}

/** When a review was closed, and the checksum of what it showed then. */
export interface Frozen {
  at: string;
  sha256: string;
}

/** What a pack is made from: a review as it is shown, and what is known of its closing. */
export interface ReviewSource {
  snapshot: ReviewSnapshot;
  /** Null while the review is open. */
  frozen: Frozen | null;
  additions: Addition[];
}

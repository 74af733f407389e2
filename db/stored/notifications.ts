/**
 * Why somebody is told: as the author, with a voice of theirs in it, as a coordinator of the board, as one who follows it,
 * by name, by a reply; as whoever is to do it, with a seat in the committee, as a member of the network.
 */
export type NotificationReason =
  | "author"
  | "supporter"
  | "coordinator"
  | "follower"
  | "mentioned"
  | "replied"
  | "doer"
  | "seat"
  | "member";

/**
 * A mail in the outbox waits, is being handed over, or is out. `unsure`: the line broke after the text had gone and before
 * the mail server said yes. It is not sent again, since it may well have arrived; the notices stand in the app anyway.
 */
export type MailState = "waiting" | "sending" | "sent" | "unsure" | "given-up";

import { Plural } from "@lingui/react/macro";
import { NEAR_DAYS } from "~/features/suggestions/response-deadline.ts";
import { daysTo } from "~/lib/deadline.ts";

/** How many days are left to answer a suggestion, or by how many the promise is broken. */
export function TimeToAnswer({ responseDue, now }: { responseDue: number; now: number }) {
  const { left, past } = daysTo(responseDue, now);
  return past > 0 ? (
    <span className="overdue">
      <Plural value={past} one="# day past the promise" other="# days past the promise" />
    </span>
  ) : (
    <span className={left <= NEAR_DAYS ? "near" : "soft"}>
      <Plural value={left} _0="Answer due today" one="# day left to answer" other="# days left to answer" />
    </span>
  );
}

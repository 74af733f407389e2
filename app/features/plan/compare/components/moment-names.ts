import { useLingui } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";
import type { Moment, Period } from "../query.server.ts";

/** Says between which two moments a comparison is, in the reader's words. */
export function useMomentNames(): (period: Period & { untilNow: boolean }) => string {
  const { t } = useLingui();
  const format = useFormat();
  const said = ({ kind, text, end }: Moment) => {
    if (kind === "quarter") return format.quarter(text);
    if (kind === "day") return format.day(end);
    return format.deadline(end);
  };
  return ({ from, to, window, untilNow }) => {
    const [begun, ended] = [said(from), untilNow ? format.deadline(window.to) : said(to)];
    return untilNow ? t`From ${begun} until now, ${ended}` : t`From ${begun} to ${ended}`;
  };
}

import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";

interface Group {
  subject: string;
  name: string;
  path: string;
  fresh: number;
  /** How many older ones there are beside those shown. */
  more: number;
  notices: { id: number; at: number; read: boolean; text: string; quote: string | null }[];
}

/** Notices by subject, the unread ones marked by a dot and a word. */
export function NoticeGroups({ groups, now }: { groups: Group[]; now: number }) {
  const format = useFormat();
  return (
    <ul className="notice-groups">
      {groups.map(({ subject, name, path, fresh, more, notices }) => (
        <li key={subject} data-fresh={fresh > 0 || undefined}>
          <h2>
            <Link to={path}>{name}</Link>
          </h2>
          <ul className="notices">
            {notices.map(({ id, at, read, text, quote }) => (
              <li key={id} data-read={read || undefined}>
                <p>
                  {!read && (
                    <span className="dot">
                      <span className="unseen">
                        <Trans>unread:</Trans>{" "}
                      </span>
                    </span>
                  )}
                  {text} <small className="soft">{format.ago(at, now)}</small>
                </p>
                {quote && <blockquote className="as-written">{quote}</blockquote>}
              </li>
            ))}
          </ul>
          {more > 0 && (
            <p className="hint">
              <Plural value={more} one="and # earlier one" other="and # earlier ones" />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

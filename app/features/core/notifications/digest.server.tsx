import type { I18n } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import { and, eq, isNull } from "drizzle-orm";
import { type CSSProperties, Fragment } from "react";
import { config } from "~/config.server.ts";
import type { Language } from "~/domain.ts";
import { mailHtml } from "~/features/core/mail/sheet.server.tsx";
import type { Message } from "~/features/core/mail/transport.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import type { Database } from "~db/connection.ts";
import { notices } from "~db/schema/history.ts";
import type { people } from "~db/schema/people.ts";
import { type NoticeRow, readNotices } from "./queries.server.ts";
import { headingOf, type Sentence, sentenceOf } from "./sentences.server.ts";
import { unsubscribeToken } from "./unsubscribing.server.ts";

type PersonRow = typeof people.$inferSelect;
type Person = Pick<PersonRow, "id" | "name" | "email" | "role" | "networkId" | "boards" | "mailFrequency"> & {
  language: Language;
};

/** What of a person's is due soon, each in a line of their language. */
export type DueSoon = (db: Database, person: Person, i18n: I18n, now: Date) => string[];

let registered: DueSoon | undefined;

/** Called once, at the composition root (`app/areas.server.ts`): what is somebody's, a later area knows. */
export function registerDueSoon(dueSoon: DueSoon): void {
  registered = dueSoon;
}

interface Group {
  name: string;
  address: string;
  sentences: Sentence[];
}

/** A link at the foot of the mail. */
interface FootLink {
  label: string;
  address: string;
}

/**
 * Writes a mail of the outbox in its reader's language, grouped by what it is about. What was read in the app while the
 * mail waited is left out; null when nothing is left to tell. A mail of a day or a week ends with what is due within a week.
 */
export function composeDigest(db: Database, mailId: number, reader: Person, now: Date): Message | null {
  const { origin } = config();
  const i18n = i18nFor(reader.language);
  const rows = readNotices(db, and(eq(notices.mailId, mailId), isNull(notices.readAt)), reader.language);
  const groups = grouped(rows, (row): Group => {
    const { name, path } = headingOf(i18n, row);
    return { name, address: `${origin}${path}`, sentences: [] };
  });
  for (const row of [...rows].reverse()) groups.get(row.subject)?.sentences.push(sentenceOf(i18n, row));
  const [first] = groups.values();
  if (!first) return null;

  const stop = `${origin}/unsubscribe/${unsubscribeToken(reader.id)}`;
  const things = groups.size;
  const subject =
    things === 1 ? first.name : i18n._(msg`INSP!R: news of ${plural(things, { one: "# thing", other: "# things" })}`);
  const ofCommittee = rows.every((row) => /^(decision|review):/.test(row.subject));
  const foot = ofCommittee
    ? i18n._(msg`You are told of what the committee decides because it concerns you or the network that you belong to.`)
    : i18n._(msg`You are told of this because you wrote, support, follow or coordinate it.`);
  const links: FootLink[] = [
    { label: i18n._(msg`How often you are written to`), address: `${origin}/settings#mail` },
    { label: i18n._(msg`No more mail`), address: stop },
  ];
  const soon = reader.mailFrequency === "at-once" ? [] : (registered?.(db, reader, i18n, now) ?? []);
  const due: Group = {
    name: i18n._(msg`Due in the next seven days`),
    address: `${origin}/my`,
    sentences: soon.map((text) => ({ text, quote: null })),
  };
  const inOrder = [...groups.values(), ...(soon.length > 0 ? [due] : [])];
  return {
    to: reader.email,
    language: reader.language,
    subject,
    text: [...inOrder.map(textOf), "-- ", foot, ...links.map(({ label, address }) => `${label}: ${address}`)].join(
      "\n\n",
    ),
    html: mailHtml(reader.language, <DigestBody groups={inOrder} foot={foot} links={links} />),
    headers: { "List-Unsubscribe": `<${stop}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
    messageId: `<notices-${mailId}@${new URL(origin).hostname}>`,
  };
}

function grouped(rows: NoticeRow[], begin: (row: NoticeRow) => Group): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const row of rows) if (!groups.has(row.subject)) groups.set(row.subject, begin(row));
  return groups;
}

function textOf({ name, address, sentences }: Group): string {
  const lines = sentences.map(({ text, quote }) => (quote ? `${text}\n${quoted(quote)}` : text));
  return [name, "=".repeat(Math.min(name.length, 60)), ...lines, address].join("\n");
}

const quoted = (text: string) =>
  text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");

function DigestBody({ groups, foot, links }: { groups: Group[]; foot: string; links: FootLink[] }) {
  return (
    <>
      {groups.map((group) => (
        <GroupBody key={group.address} {...group} />
      ))}
      <p className="soft" style={{ marginTop: 32, fontSize: 13, color: "#5d584f" }}>
        {foot}
        <br />
        {links.map(({ label, address }, index) => (
          <Fragment key={address}>
            {index > 0 && " · "}
            <a href={address} style={{ color: "#5d584f" }}>
              {label}
            </a>
          </Fragment>
        ))}
      </p>
    </>
  );
}

function GroupBody({ name, address, sentences }: Group) {
  return (
    <>
      <h2 style={{ fontSize: 18, margin: "24px 0 6px" }}>
        <a href={address} style={{ color: "#1d1b18" }}>
          {name}
        </a>
      </h2>
      {sentences.map(({ text, quote }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and two sentences may be the same.
        <Fragment key={index}>
          <p style={{ margin: "6px 0" }}>{text}</p>
          {quote && <blockquote style={QUOTE}>{quote}</blockquote>}
        </Fragment>
      ))}
    </>
  );
}

const QUOTE: CSSProperties = {
  margin: "6px 0 12px",
  padding: "0 0 0 12px",
  borderLeft: "3px solid #dfdbd1",
  whiteSpace: "pre-line",
};

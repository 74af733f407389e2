import { msg, plural } from "@lingui/core/macro";
import { and, eq, isNull } from "drizzle-orm";
import { config } from "~/config.server.ts";
import type { Language } from "~/domain.ts";
import { type Message, page } from "~/features/core/mail/transport.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { escapeHtml } from "~/lib/html.ts";
import type { Database } from "~db/connection.ts";
import { notices } from "~db/schema.ts";
import { type NoticeRow, readNotices } from "./queries.server.ts";
import { headingOf, type Sentence, sentenceOf } from "./sentences.server.ts";
import { unsubscribeToken } from "./unsubscribing.server.ts";

interface Reader {
  id: string;
  email: string;
  language: Language;
}

interface Group {
  name: string;
  address: string;
  sentences: Sentence[];
}

/**
 * Writes a mail of the outbox in its reader's language, grouped by what it is about. What was read in the app while the
 * mail waited is left out; null when nothing is left to tell.
 */
export function composeDigest(db: Database, mailId: number, reader: Reader): Message | null {
  const { origin } = config();
  const i18n = i18nFor(reader.language);
  const rows = readNotices(db, and(eq(notices.mailId, mailId), isNull(notices.readAt)), reader.language);
  const groups = grouped(rows, (row): Group => {
    const { name, path } = headingOf(i18n, row);
    return { name, address: `${origin}${path}`, sentences: [] };
  });
  for (const row of [...rows].reverse()) groups.get(row.thing)?.sentences.push(sentenceOf(i18n, row));
  const [first] = groups.values();
  if (!first) return null;

  const stop = `${origin}/unsubscribe/${unsubscribeToken(reader.id)}`;
  const things = groups.size;
  const subject =
    things === 1 ? first.name : i18n._(msg`INSP!R: news of ${plural(things, { one: "# thing", other: "# things" })}`);
  const ofCommittee = rows.every(({ thing }) => /^(decision|review):/.test(thing));
  const foot = ofCommittee
    ? i18n._(msg`You are told of what the committee decides because it concerns you or the network that you belong to.`)
    : i18n._(msg`You are told of this because you wrote, support, follow or coordinate it.`);
  const choose = i18n._(msg`How often you are written to`);
  const end = i18n._(msg`No more mail`);
  const settings = `${origin}/settings#mail`;
  return {
    to: reader.email,
    language: reader.language,
    subject,
    text: [...[...groups.values()].map(textOf), "-- ", foot, `${choose}: ${settings}`, `${end}: ${stop}`].join("\n\n"),
    html: page(
      reader.language,
      [...[...groups.values()].map(htmlOf), footOf(foot, { [choose]: settings, [end]: stop })].join("\n"),
    ),
    headers: { "List-Unsubscribe": `<${stop}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
    messageId: `<notices-${mailId}@${new URL(origin).hostname}>`,
  };
}

function grouped(rows: NoticeRow[], begin: (row: NoticeRow) => Group): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const row of rows) if (!groups.has(row.thing)) groups.set(row.thing, begin(row));
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

function htmlOf({ name, address, sentences }: Group): string {
  const quote = (text: string) =>
    `<blockquote style="margin:6px 0 12px;padding:0 0 0 12px;border-left:3px solid #dfdbd1;white-space:pre-line">${escapeHtml(text)}</blockquote>`;
  return [
    `<h2 style="font-size:18px;margin:24px 0 6px"><a href="${escapeHtml(address)}" style="color:#1d1b18">${escapeHtml(name)}</a></h2>`,
    ...sentences.map(
      ({ text, quote: said }) => `<p style="margin:6px 0">${escapeHtml(text)}</p>${said ? quote(said) : ""}`,
    ),
  ].join("\n");
}

function footOf(text: string, links: Record<string, string>): string {
  const list = Object.entries(links).map(
    ([label, to]) => `<a href="${escapeHtml(to)}" style="color:#5d584f">${escapeHtml(label)}</a>`,
  );
  return `<p class="soft" style="margin-top:32px;font-size:13px;color:#5d584f">${escapeHtml(text)}<br>${list.join(" · ")}</p>`;
}

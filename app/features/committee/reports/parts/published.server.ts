import { msg, plural } from "@lingui/core/macro";
import { LANGUAGES } from "~/domain.ts";
import { publicationsLabels } from "~/features/tools/communication/publications/labels.ts";
import { CHANNELS, type Channel } from "~/features/tools/communication/publications/publications.ts";
import type { PublishedInYear } from "~/features/tools/communication/publications/published.server.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import type { DocumentTexts } from "../document-texts.server.ts";
import type { Block, PaperLine, Table } from "../paper.ts";

/** What was published in the year: counted by channel, and by level or continent and language. */
export function publishedBlocks(
  { places, published }: PublishedInYear,
  on: string | null,
  texts: DocumentTexts,
): Block[] {
  const { i18n } = texts;
  const day = on && texts.dayOf(on);
  if (published.length === 0)
    return [{ kind: "text", line: [i18n._(msg`Nothing is entered as published in this year.`)] }];
  return [
    {
      kind: "text",
      line: [
        day
          ? i18n._(
              msg`${plural(published.length, { one: "# publication", other: "# publications" })}, counted in the register of publications as it stood on ${day}.`,
            )
          : i18n._(
              msg`${plural(published.length, { one: "# publication", other: "# publications" })}, counted in the register of publications as it stands.`,
            ),
      ],
    },
    { kind: "table", table: byChannel(published, texts) },
    { kind: "table", table: byPlace({ places, published }, texts) },
  ];
}

export function channelSaid(channel: Channel, { i18n }: DocumentTexts): string {
  const word = publicationsLabels.fields.channel.options?.[channel];
  return word ? i18n._(word) : channel;
}

function byChannel(published: PublishedInYear["published"], texts: DocumentTexts): Table {
  const { i18n, format } = texts;
  const rows = CHANNELS.map((one) => [one, published.filter(({ channel }) => channel === one).length] as const);
  return {
    caption: i18n._(msg`Publications by channel: numbers of publications`),
    columns: [{ name: i18n._(msg`Channel`) }, { name: i18n._(msg`Publications`), numeric: true }],
    rows: rows.filter(([, n]) => n > 0).map(([channel, n]) => [[channelSaid(channel, texts)], [format.number(n)]]),
  };
}

/** Every continent has its row and every language its column: what is missing shows as a nought. */
function byPlace({ places, published }: PublishedInYear, { i18n, format, name }: DocumentTexts): Table {
  const counted = (fits: (one: PublishedInYear["published"][number]) => boolean): PaperLine => [
    format.number(published.filter(fits).length),
  ];
  return {
    caption: i18n._(msg`Publications by level or continent and language: numbers of publications`),
    columns: [
      { name: i18n._(msg`Level or continent`) },
      ...[...LANGUAGES.map((one) => LANGUAGE_NAMES[one]), i18n._(msg`Together`)].map(
        (one) => ({ name: one, numeric: true }) as const,
      ),
    ],
    rows: [
      ...places.map(({ id, names }): PaperLine[] => [
        [name(names)],
        ...LANGUAGES.map((one) => counted(({ place, language }) => place === id && language === one)),
        counted(({ place }) => place === id),
      ]),
      [
        [{ text: i18n._(msg`Together`), strong: true }],
        ...LANGUAGES.map((one) => counted(({ language }) => language === one)),
        counted(() => true),
      ],
    ],
  };
}

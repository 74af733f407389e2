import { msg } from "@lingui/core/macro";
import { publicationsLabels } from "~/features/tools/communication/publications/labels.ts";
import type { PublishedInYear } from "~/features/tools/communication/publications/published.server.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { quarterOf } from "~/lib/quarter.ts";
import { SLIM, SOME, WIDE } from "~/lib/table.ts";
import { type DocumentTexts, plain } from "../document-texts.server.ts";
import type { Sheet } from "../paper.ts";
import { channelSaid } from "../parts/published.server.ts";
import { sheet } from "./sheet.server.ts";

export function publishedSheet(published: PublishedInYear["published"], texts: DocumentTexts): Sheet {
  const { i18n, name, read } = texts;
  const { audience: said } = publicationsLabels.fields;
  return sheet(
    "published",
    i18n._(msg`What was published`),
    texts,
    [
      [i18n._(publicationsLabels.fields.day.label), SLIM],
      [i18n._(publicationsLabels.title), WIDE],
      [i18n._(publicationsLabels.fields.channel.label), SOME],
      [i18n._(publicationsLabels.fields.language.label), SLIM],
      [i18n._(said.label), SOME],
      [i18n._(publicationsLabels.network), SOME],
      [i18n._(publicationsLabels.fields.link.label), WIDE],
    ],
    published.map(({ titles, day, channel, language, audience, network, link }) => [
      quarterOf(new Date(`${day}T00:00:00Z`)),
      day,
      plain([read(titles)]),
      channelSaid(channel, texts),
      LANGUAGE_NAMES[language],
      audience && said.options ? i18n._(said.options[audience] ?? said.label) : null,
      name(network),
      link,
    ]),
  );
}

import type { I18n } from "@lingui/core";
import type { Language, Translated } from "~/domain.ts";
import { placeOf } from "~/features/committee/reviews/places.ts";
import type { Names, WrittenText } from "~/features/committee/reviews/snapshot.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { LOCALES, languageShown } from "~/i18n/languages.ts";
import { formatOf } from "~/ui/format.ts";
import { labelsOf } from "~/ui/labels.ts";
import type { PaperLine, Part } from "./paper.ts";

/** The words and formats of a document’s language, with which all its parts are written. */
export interface DocumentTexts {
  i18n: I18n;
  language: Language;
  labels: ReturnType<typeof labelsOf>;
  format: ReturnType<typeof formatOf>;
  name: (names: Names) => string;
  /** A day, written `2026-11-24`. */
  day: (day: string) => string;
  /** An instant's day, in UTC. */
  dayOf: (at: string) => string;
  /** A text in the document's language, or as it was written and marked as such. */
  read: (texts: Translated, source?: Language) => Part;
  written: (written: WrittenText) => Part;
  /** A percentage; a dash where there is none. */
  percent: (value: number | null) => string;
}

export function documentTexts(language: Language): DocumentTexts {
  const i18n = i18nFor(language);
  const format = formatOf(i18n);
  const marked = (text: string, own: Language): Part => (own === language ? text : { text, language: own });
  return {
    i18n,
    language,
    format,
    labels: labelsOf(i18n),
    name: (names) => names[language],
    day: (day) => format.day(new Date(`${day}T00:00:00Z`)),
    dayOf: (at) => format.day(new Date(at)),
    read: (texts, source) => {
      const own = languageShown(texts, language, source) ?? language;
      return marked(texts[own] ?? "", own);
    },
    written: ({ text, language: own }) => marked(text, own),
    percent: (value) => (value === null ? "–" : format.percent(value)),
  };
}

/** A meeting's day and hour, in the time zone in which it was called, named. */
export function meetingHour(language: Language, at: string, timeZone: string): string {
  const parts = { dateStyle: "full", timeStyle: "short", timeZone } as const;
  return `${new Intl.DateTimeFormat(LOCALES[language], parts).format(new Date(at))} (${placeOf(timeZone, language)})`;
}

/** The words of a line without their marks: for a title, a cell of the data. */
export function plain(line: PaperLine): string {
  return line.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

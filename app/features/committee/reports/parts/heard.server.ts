import { msg } from "@lingui/core/macro";
import type { HeardFrom, ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import type { DocumentTexts } from "../document-texts.server.ts";
import type { Block, PaperLine, Section, Table } from "../paper.ts";

/** Who was heard: what came from each continent's members, and what became of it. */
export function heardSection({ heard }: ReviewSnapshot, texts: DocumentTexts): Section {
  const { i18n, format, name } = texts;
  const silent = heard.filter((one) => one.silent).map((one) => name(one.names));
  const names = format.list(silent);
  return {
    id: "heard",
    title: i18n._(msg`Who was heard`),
    blocks: [
      {
        kind: "text",
        line: [
          i18n._(
            msg`What came from the members in the quarter, and what became of it. A continent counts its countries with it.`,
          ),
        ],
      },
      { kind: "table", table: heardTable(heard, texts) },
      ...(silent.length > 0
        ? [{ kind: "text", line: [i18n._(msg`Nothing came from: ${names}.`)] } satisfies Block]
        : []),
    ],
  };
}

/** A row for each continent, its countries that spoke below it. */
export function heardTable(heard: readonly HeardFrom[], { i18n, format, name, labels }: DocumentTexts): Table {
  const numeric = [
    i18n._(msg`Made`),
    i18n._(msg`Supported`),
    labels.suggestionState("accepted"),
    i18n._(msg`In part`),
    labels.suggestionState("declined"),
    i18n._(msg`Waiting`),
    i18n._(msg`Days to an answer`),
  ];
  const rows = heard
    .filter((one) => one.kind === "continental" || one.made > 0)
    .map((one): PaperLine[] => [
      [{ text: name(one.names), ...(one.kind === "continental" && { strong: true }) }],
      ...[one.made, one.supported, one.accepted, one.partly, one.declined, one.waiting].map(
        (n): PaperLine => [format.number(n)],
      ),
      [one.medianDays === null ? "–" : format.number(one.medianDays)],
    ]);
  return {
    caption: i18n._(msg`Suggestions by origin: numbers of suggestions, and the median of days to an answer`),
    columns: [{ name: i18n._(msg`Origin`) }, ...numeric.map((one) => ({ name: one, numeric: true }) as const)],
    rows,
  };
}

/** With what view each continent's seats came, and what they reported back; null when none gave one. */
export function viewsSection({ views }: ReviewSnapshot, texts: DocumentTexts): Section | null {
  if (views.length === 0) return null;
  const { i18n, name, written } = texts;
  const parts = [
    ["progress", i18n._(msg`What went well:`)],
    ["concerns", i18n._(msg`What worries:`)],
    ["asks", i18n._(msg`What it asks of the committee:`)],
    ["report", i18n._(msg`Reported back afterwards:`)],
  ] as const;
  return {
    id: "views",
    title: i18n._(msg`The continents’ views`),
    blocks: views.flatMap((view): Block[] => [
      { kind: "heading", text: name(view.names) },
      ...parts.flatMap(([part, label]): Block[] =>
        view[part]
          ? [
              {
                kind: "text",
                line: [{ text: label, strong: true }, " ", written({ text: view[part], language: view.language })],
              },
            ]
          : [],
      ),
    ]),
  };
}

import { msg } from "@lingui/core/macro";
import type { Language } from "~/domain.ts";
import { firstInstant, isQuarter, quarterAfter } from "~/lib/quarter.ts";
import { type DocumentTexts, documentTexts, meetingHour } from "./document-texts.server.ts";
import type { Paper, Section } from "./paper.ts";
import { boardSections } from "./parts/boards.server.ts";
import { correctionsSection, nextSection, seatsSection, verifySection } from "./parts/closing.server.ts";
import { decisionsSection } from "./parts/decisions.server.ts";
import { chartsSection } from "./parts/figures.server.ts";
import { heardSection, viewsSection } from "./parts/heard.server.ts";
import { summaryOf } from "./parts/summary.server.ts";
import type { ReviewSource } from "./source.ts";

/**
 * The pack of a review as a document in one language. Pure: it is made from its source alone, so that a closed review's
 * pack is the same whatever becomes of the plan.
 */
export function packOf(source: ReviewSource, language: Language): Paper {
  const texts = documentTexts(language);
  const { i18n, format, dayOf } = texts;
  const { snapshot, frozen, additions } = source;
  const quarter = format.quarter(snapshot.quarter);
  const title = i18n._(msg`Review of ${quarter}`);
  const { at, timeZone } = snapshot.meeting;
  const met = at ? meetingHour(language, at, timeZone) : null;
  const closed = frozen && dayOf(frozen.at);
  return {
    language,
    title,
    cover: {
      kicker: i18n._(msg`The committee’s pack`),
      title,
      lines: [
        i18n._(msg`International Network for Social Protection Rights`),
        met ? i18n._(msg`The committee’s meeting: ${met}`) : i18n._(msg`No date is set for the meeting yet.`),
        closed ? i18n._(msg`Closed on ${closed}`) : asItStands(source, texts),
        ...edgesOf(source, texts),
      ],
    },
    foot: `INSP!R · ${title}`,
    draft: frozen
      ? null
      : {
          mark: i18n._(msg`Draft`),
          why: i18n._(
            msg`A draft: this review is still open, and what is below changes with the plan until it is closed.`,
          ),
        },
    furniture: furnitureOf(texts),
    sections: [
      summaryOf(
        snapshot,
        texts,
        additions.map((one) => dayOf(one.at)),
      ),
      ...boardSections(snapshot, texts),
      chartsSection(snapshot, texts),
      heardSection(snapshot, texts),
      viewsSection(snapshot, texts),
      decisionsSection(snapshot, texts),
      nextSection(snapshot, texts),
      seatsSection(snapshot, texts),
      correctionsSection(additions, texts),
      frozen && verifySection(frozen, texts),
    ].filter((section): section is Section => section !== null),
  };
}

function asItStands({ snapshot }: ReviewSource, { i18n, dayOf }: DocumentTexts): string {
  const day = dayOf(snapshot.at);
  return i18n._(msg`As it stands on ${day}`);
}

/** Where the review begins or ends on another day than its quarter, since one was closed before its quarter had ended. */
function edgesOf({ snapshot, frozen }: ReviewSource, { i18n, format, dayOf }: DocumentTexts): string[] {
  const { quarter, from, to, at } = snapshot;
  if (!isQuarter(quarter)) return [];
  const before = format.quarter(quarterAfter(quarter, -1));
  const after = format.quarter(quarterAfter(quarter, 1));
  const [first, last] = [dayOf(from), dayOf(new Date(Date.parse(to) - 1).toISOString())];
  return [
    ...(Date.parse(from) < +firstInstant(quarter)
      ? [i18n._(msg`It begins on ${first}, when the review of ${before} was closed before its quarter had ended.`)]
      : []),
    ...(frozen && at < to
      ? [
          i18n._(
            msg`Closed before the quarter had ended: what happened after that, until ${last}, is in the review of ${after}.`,
          ),
        ]
      : []),
  ];
}

export function furnitureOf({ i18n }: DocumentTexts): Paper["furniture"] {
  return {
    contents: i18n._(msg`Contents`),
    page: i18n._(msg`Page`),
    of: i18n._(msg({ message: "of", context: "page 1 of 12" })),
  };
}

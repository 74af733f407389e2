import { msg } from "@lingui/core/macro";
import type { ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import type { DocumentTexts } from "../document-texts.server.ts";
import type { Block, Section } from "../paper.ts";
import type { Addition, Frozen } from "../source.ts";
import { actionEntry } from "./actions.server.ts";

/* The end of a pack: what is promised next, who signed, what was corrected, and how to check it all. */

export function nextSection({ next }: Pick<ReviewSnapshot, "next">, texts: DocumentTexts): Section {
  const { i18n, labels } = texts;
  const boards = [...new Set(next.map(({ board }) => board))];
  return {
    id: "next",
    title: i18n._(msg`What is promised for the next quarter`),
    blocks:
      next.length === 0
        ? [{ kind: "text", line: [i18n._(msg`No action is due in the next quarter.`)] }]
        : boards.flatMap((board): Block[] => [
            { kind: "heading", text: labels.board(board) },
            {
              kind: "entries",
              entries: next.filter((one) => one.board === board).map((one) => actionEntry(one, texts)),
            },
          ]),
  };
}

export function seatsSection({ seats }: ReviewSnapshot, texts: DocumentTexts): Section {
  const { i18n, name, labels, dayOf } = texts;
  const signed = (at: string | null, changedSince: boolean | null) => {
    const day = at && dayOf(at);
    if (!day) return i18n._(msg`Not signed off`);
    return changedSince
      ? i18n._(msg`Signed off on ${day}; the review changed after that`)
      : i18n._(msg`Signed off on ${day}`);
  };
  return {
    id: "seats",
    title: i18n._(msg`Seats and sign-offs`),
    blocks: [
      {
        kind: "table",
        table: {
          caption: i18n._(msg`The seats of the committee`),
          columns: [i18n._(msg`Seat`), i18n._(msg`Network`), i18n._(msg`Presence`), i18n._(msg`Sign-off`)].map(
            (one) => ({
              name: one,
            }),
          ),
          rows: seats.map((seat) => [
            [seat.holder, { text: ` · ${labels.capacity(seat.capacity)}`, soft: true }],
            [name(seat.network)],
            [seat.present ? i18n._(msg`Present`) : i18n._(msg`Not present`)],
            [signed(seat.signedOff, seat.changedSince)],
          ]),
        },
      },
    ],
  };
}

/** What was added after closing, dated, beside what it corrects; null when there is nothing. */
export function correctionsSection(additions: readonly Addition[], texts: DocumentTexts): Section | null {
  if (additions.length === 0) return null;
  const { i18n, dayOf, written } = texts;
  return {
    id: "corrections",
    title: i18n._(msg`Corrections`),
    blocks: [
      {
        kind: "text",
        line: [i18n._(msg`Added after the review was closed. What it says above stands as it was closed.`)],
      },
      {
        kind: "entries",
        entries: additions.map((addition) => ({
          line: [{ text: dayOf(addition.at), strong: true }, ` · ${addition.author}`],
          facts: [],
          notes: [[written(addition)]],
        })),
      },
    ],
  };
}

/** What the checksum is taken of, and how anybody can take it again. */
export function verifySection(frozen: Frozen, texts: DocumentTexts): Section {
  const { i18n, dayOf } = texts;
  const day = dayOf(frozen.at);
  return {
    id: "verify",
    title: i18n._(msg`How to verify this document`),
    blocks: [
      {
        kind: "text",
        line: [
          i18n._(
            msg`This review was closed on ${day}. What it showed then was kept as data, and this document is made from that data alone. The SHA-256 of the data is:`,
          ),
        ],
      },
      { kind: "code", text: frozen.sha256 },
      {
        kind: "text",
        line: [
          i18n._(
            msg`Whoever keeps the installation runs the command below: it takes the checksum of every closed review again, and names each one that differs.`,
          ),
        ],
      },
      { kind: "code", text: "npm run verify:reviews" },
    ],
  };
}

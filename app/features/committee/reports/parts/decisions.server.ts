import { msg } from "@lingui/core/macro";
import { withoutUnchanged } from "~/features/committee/decisions/changes.ts";
import type { DecidedOn, ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import { suggestionName } from "~/features/core/references.ts";
import type { DocumentTexts } from "../document-texts.server.ts";
import type { Block, Entry, PaperLine, Section } from "../paper.ts";

/** What the committee decided, with what each seat said, and the earlier decisions that it looked at again. */
export function decisionsSection(snapshot: ReviewSnapshot, texts: DocumentTexts): Section {
  const { i18n, labels, format } = texts;
  const { decisions, lookedAtAgain, meeting } = snapshot;
  const how = labels.decisionRule(meeting.rule);
  const quorum = format.number(meeting.quorum);
  return {
    id: "decisions",
    title: i18n._(msg`Decisions`),
    blocks: [
      { kind: "text", line: [i18n._(msg`The rule of this review: ${how}. Quorum: ${quorum} seats.`)] },
      ...(decisions.length === 0
        ? [{ kind: "text", line: [i18n._(msg`No decision was put to the committee.`)] } satisfies Block]
        : decisions.flatMap((decision) => decisionBlocks(decision, texts))),
      ...againBlocks(lookedAtAgain, texts),
    ],
  };
}

function decisionBlocks(decision: DecidedOn, texts: DocumentTexts): Block[] {
  const number = `${decision.id}`;
  const state = texts.labels.decisionState(decision.state);
  const { stands } = decision;
  return [
    { kind: "heading", text: texts.i18n._(msg`Decision ${number}: ${state}`) },
    { kind: "entries", entries: [decisionEntry(decision, texts)] },
    ...(stands.length > 0 ? [positionsTable(decision, texts)] : []),
  ];
}

/** A decision's text, who does it by when, what it concerns and changes. */
export function decisionEntry(decision: DecidedOn, texts: DocumentTexts): Entry {
  const { i18n, name, day, written, labels, format, read } = texts;
  const { doer, dueOn, lookAgainOn, concerns, suggestions, planChanges } = decision;
  const who = [doer.person, doer.network && name(doer.network)].filter(Boolean).join(", ");
  const due = dueOn && day(dueOn);
  const again = lookAgainOn && day(lookAgainOn);
  const about: PaperLine[] = [
    ...concerns.map(({ ref, titles }): PaperLine => [{ text: ref, strong: true, ref }, " ", read(titles)]),
    ...suggestions.map(({ id, title }): PaperLine => [{ text: suggestionName(id), strong: true }, ` ${title}`]),
  ];
  const changes = planChanges
    .flatMap(withoutUnchanged)
    .map(({ ref, stage, priority: weight, due: dueIn, outcome }): PaperLine => {
      const priority = weight && labels.priority(weight);
      const quarter = dueIn && format.quarter(dueIn);
      const said = [
        stage && labels.stage(stage),
        priority && i18n._(msg`priority: ${priority}`),
        quarter && i18n._(msg`due ${quarter}`),
        dueIn === null && i18n._(msg`no due quarter`),
      ].filter(Boolean);
      return [
        { text: i18n._(msg`Changes the plan:`), soft: true },
        ` ${ref} → ${said.join(", ")}`,
        ...(outcome ? [" · ", read(outcome)] : []),
      ];
    });
  return {
    line: [written(decision.text)],
    facts: [
      ...(who ? [who] : []),
      ...(due ? [i18n._(msg`by ${due}`)] : []),
      ...(again ? [i18n._(msg`to be looked at again on ${again}`)] : []),
    ],
    notes: [...about, ...changes],
  };
}

function positionsTable({ stands }: DecidedOn, texts: DocumentTexts): Block {
  const { i18n, name, labels, written } = texts;
  return {
    kind: "table",
    table: {
      caption: i18n._(msg`What the seats said`),
      columns: [i18n._(msg`Seat`), i18n._(msg`Network`), i18n._(msg`Says`), i18n._(msg`Reason`)].map((one) => ({
        name: one,
      })),
      rows: stands.map((one) => [
        [one.seat],
        [name(one.network)],
        [labels.position(one.stand)],
        one.reason ? [written(one.reason)] : [],
      ]),
    },
  };
}

function againBlocks(again: ReviewSnapshot["lookedAtAgain"], texts: DocumentTexts): Block[] {
  if (again.length === 0) return [];
  const { i18n, day, written, labels } = texts;
  return [
    { kind: "heading", text: i18n._(msg`Looked at again`) },
    {
      kind: "entries",
      entries: again.map(({ id, text, lookAgainOn, doneOn, outcome }) => {
        const [on, done] = [lookAgainOn && day(lookAgainOn), doneOn && day(doneOn)];
        const until = outcome?.until && day(outcome.until);
        return {
          line: [{ text: `${id}`, strong: true }, " ", written(text)],
          facts: [
            ...(on ? [i18n._(msg`to be looked at again on ${on}`)] : []),
            done ? i18n._(msg`done on ${done}`) : i18n._(msg`not carried out yet`),
          ],
          notes: outcome
            ? [
                [{ text: labels.lookOutcome(outcome.what), strong: true }, " · ", written(outcome.reason)],
                ...(until ? [[i18n._(msg`to be looked at again on ${until}`)]] : []),
              ]
            : [],
        };
      }),
    },
  ];
}

import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

interface Shortcut {
  /** Each of these does it; a list in one is pressed together. */
  keys: readonly string[];
  does: ReactNode;
}

interface Group {
  id: string;
  where: ReactNode;
  /** Finds what it works on: on a page without it, it does nothing. Absent for what works everywhere. */
  on?: string;
  shortcuts: readonly Shortcut[];
}

const SPACE = "␣";

/** All that the keyboard can do, by where it does it: the one list, for the dialog and the page. */
const GROUPS: readonly Group[] = [
  {
    id: "everywhere",
    where: <Trans>On every page</Trans>,
    shortcuts: [
      { keys: ["Ctrl K", "⌘ K"], does: <Trans>Go anywhere: boards, pages, actions, suggestions</Trans> },
      { keys: ["/"], does: <Trans>To the search</Trans> },
      { keys: ["c"], does: <Trans>Add an action, or suggest one</Trans> },
      { keys: ["?"], does: <Trans>This help</Trans> },
      { keys: ["Ctrl Enter", "⌘ Enter"], does: <Trans>Send the form in whose text you are typing</Trans> },
      { keys: ["Ctrl Z", "⌘ Z"], does: <Trans>Undo the change that the message at the foot of the page names</Trans> },
      { keys: ["Esc"], does: <Trans>Close what is open</Trans> },
    ],
  },
  {
    id: "go",
    where: <Trans>Go to a page: g, then a letter</Trans>,
    shortcuts: [
      { keys: ["g 1", "g 2", "g 3", "g 4"], does: <Trans>The four boards, in their order</Trans> },
      { keys: ["g o"], does: <Trans>Overview</Trans> },
      { keys: ["g m"], does: <Trans>My part</Trans> },
      { keys: ["g s"], does: <Trans>Suggestions</Trans> },
      { keys: ["g i"], does: <Trans>Inbox of suggestions, for coordinators</Trans> },
      { keys: ["g a"], does: <Trans>Notices</Trans> },
      { keys: ["g n"], does: <Trans>Networks</Trans> },
      { keys: ["g r"], does: <Trans>Reviews</Trans> },
      { keys: ["g d"], does: <Trans>Decisions</Trans> },
      { keys: ["g k"], does: <Trans>Committee</Trans> },
      { keys: ["g p"], does: <Trans>People, for coordinators</Trans> },
    ],
  },
  {
    id: "list",
    where: <Trans>On a board, its table and timeline, and in the search</Trans>,
    on: ":is(main.board, main .hits)",
    shortcuts: [
      { keys: ["j", "k"], does: <Trans>To the next action, and to the one before</Trans> },
      { keys: ["↓", "↑", "←", "→"], does: <Trans>From an action to those around it</Trans> },
      { keys: ["Enter", "."], does: <Trans>Open the action beside the list; the dot also closes it</Trans> },
      { keys: ["e"], does: <Trans>Edit the action</Trans> },
      { keys: ["m"], does: <Trans>Move the action</Trans> },
      {
        keys: ["1", "2", "3", "4", "5", "6", "7"],
        does: <Trans>To a stage: proposed, planned, under way, under review, done, on hold, dropped</Trans>,
      },
      { keys: ["f"], does: <Trans>To the filters</Trans> },
    ],
  },
  {
    id: "panel",
    where: <Trans>With an action open beside the list</Trans>,
    on: ".action-panel",
    shortcuts: [
      { keys: ["j", "k"], does: <Trans>The next action of the list, and the one before</Trans> },
      { keys: ["e"], does: <Trans>Edit the action</Trans> },
      { keys: ["m"], does: <Trans>To its stage</Trans> },
      { keys: ["Esc", "."], does: <Trans>Leave a field, then close the action</Trans> },
    ],
  },
  {
    id: "action",
    where: <Trans>On an action’s page</Trans>,
    on: "main.action-page",
    shortcuts: [
      { keys: ["e"], does: <Trans>Edit the action</Trans> },
      { keys: ["m"], does: <Trans>Move the action</Trans> },
    ],
  },
  {
    id: "board",
    where: <Trans>On a board, with the focus on a card’s handle</Trans>,
    on: "main .grip",
    shortcuts: [
      { keys: [SPACE], does: <Trans>Pick the card up, and put it down again</Trans> },
      { keys: ["↑", "↓"], does: <Trans>Carry it by one place</Trans> },
      { keys: ["←", "→"], does: <Trans>Carry it to another stage</Trans> },
      { keys: ["Esc"], does: <Trans>Take it back to where it was</Trans> },
      { keys: ["Enter"], does: <Trans>Open the form that moves it; put down a card that is carried</Trans> },
    ],
  },
  {
    id: "inbox",
    where: <Trans>In the inbox of suggestions</Trans>,
    on: "main .inbox",
    shortcuts: [
      { keys: ["j", "k"], does: <Trans>Down and up</Trans> },
      { keys: ["x"], does: <Trans>Choose the suggestion</Trans> },
      { keys: ["a"], does: <Trans>Answer it</Trans> },
      { keys: ["Enter"], does: <Trans>Open it</Trans> },
    ],
  },
  {
    id: "meeting",
    where: <Trans>In the committee’s meeting</Trans>,
    on: "main .item-ways",
    shortcuts: [
      { keys: ["←", "→"], does: <Trans>The item before and after in the agenda</Trans> },
      { keys: ["t"], does: <Trans>Bring all to this item, for whoever leads the meeting</Trans> },
      { keys: ["j", "k"], does: <Trans>Down and up the actions</Trans> },
      { keys: ["1", "2", "3", "4", "5"], does: <Trans>Assess the action, from on track to to be dropped</Trans> },
      { keys: ["n"], does: <Trans>Write a note on it</Trans> },
      { keys: ["Ctrl Enter", "⌘ Enter"], does: <Trans>Save the note</Trans> },
      { keys: ["Esc"], does: <Trans>From the note back to the action</Trans> },
    ],
  },
  {
    id: "switcher",
    where: <Trans>While going somewhere</Trans>,
    on: ".switcher",
    shortcuts: [
      { keys: ["↑", "↓"], does: <Trans>Choose, from the first to the last and round again</Trans> },
      { keys: ["Enter"], does: <Trans>Go there</Trans> },
    ],
  },
];

interface KeyboardHelpProps {
  /** Whether only what works on the page is listed, and not everything. */
  here?: boolean;
}

export function KeyboardHelp({ here = false }: KeyboardHelpProps) {
  const groups = here ? GROUPS.filter(({ on }) => !on || document.querySelector(on) !== null) : GROUPS;
  return (
    <div className="keys">
      {groups.map(({ id, where, shortcuts }) => (
        <section key={id}>
          <h3>{where}</h3>
          <dl>
            {shortcuts.map(({ keys, does }) => (
              <div key={keys.join()}>
                <dt>
                  {keys.map((key) => (
                    <Keys key={key} pressed={key} />
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="hint">
        <Trans>Single letters and signs do nothing while you are typing.</Trans>
      </p>
    </div>
  );
}

function Keys({ pressed }: { pressed: string }) {
  if (pressed === SPACE) {
    return (
      <kbd>
        <Trans>Space</Trans>
      </kbd>
    );
  }
  return <kbd>{pressed}</kbd>;
}

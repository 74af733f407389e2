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
      { keys: ["?"], does: <Trans>This help</Trans> },
      { keys: ["Ctrl Enter", "⌘ Enter"], does: <Trans>Send the form in whose text you are typing</Trans> },
      { keys: ["Esc"], does: <Trans>Close what is open</Trans> },
    ],
  },
  {
    id: "switcher",
    where: <Trans>While going somewhere</Trans>,
    shortcuts: [
      { keys: ["↑", "↓"], does: <Trans>Choose, from the first to the last and round again</Trans> },
      { keys: ["Enter"], does: <Trans>Go there</Trans> },
    ],
  },
  {
    id: "board",
    where: <Trans>On a board, with the focus on a card’s handle</Trans>,
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
];

export function KeyboardHelp() {
  return (
    <div className="keys">
      {GROUPS.map(({ id, where, shortcuts }) => (
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

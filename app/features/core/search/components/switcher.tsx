import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { Board } from "~/domain.ts";
import type { KeyDialog } from "~/features/core/keyboard/key-dialog.ts";
import type { Found } from "../found.ts";
import { stepIn } from "../keys.ts";
import { WhatItIs } from "./found-list.tsx";
import { Marked } from "./marked.tsx";
import { usePlaces } from "./use-places.ts";
import { useQuick } from "./use-quick.ts";

interface Choice {
  to: string;
  title: string;
  /** Null for a board or a page. */
  found: Found | null;
  board: Board | null;
}

/** Goes anywhere by a few letters: boards, pages, and what the search finds (the combobox pattern of ARIA). */
export function Switcher({ onClose, takeEarly }: KeyDialog) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const places = usePlaces(typed);
  const found = useQuick(typed);

  const choices: Choice[] = [
    ...places.map(({ to, name, board }) => ({ to, title: name, board, found: null })),
    ...found.map((one) => ({ to: one.to, title: one.title, board: one.board, found: one })),
  ];
  const everywhere = typed.trim();
  if (everywhere) {
    const to = `/search?${new URLSearchParams({ q: everywhere })}`;
    choices.push({ to, title: t`Search everywhere for “${everywhere}”`, found: null, board: null });
  }
  const chosen = Math.min(at, choices.length - 1);

  // The browser keeps the focus inside, and gives it back to where it was when the dialog closes.
  // Before the next key can come: what was typed on the way stands before it.
  useLayoutEffect(() => {
    const early = takeEarly();
    if (early) setTyped(early);
    dialog.current?.showModal();
  }, [takeEarly]);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  const go = (to: string) => {
    dialog.current?.close();
    navigate(to);
  };
  const press = (event: KeyboardEvent) => {
    // While a letter is being composed, Enter and the arrows are the input method's.
    if (event.nativeEvent.isComposing) return;
    const choice = choices[chosen];
    if (event.key === "Enter" && choice) go(choice.to);
    else if (/^(Arrow(Up|Down)|Page(Up|Down))$/.test(event.key)) setAt(stepIn(choices.length, chosen, event.key));
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className="dialog switcher"
      aria-label={t`Go to`}
      onClose={onClose}
      // The backdrop is the dialog's own: a click on it, and on nothing in it, closes.
      onMouseDown={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div className="switcher-inside">
        <input
          className="input"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          aria-label={t`Go to a board, a page, an action, a suggestion`}
          aria-expanded={choices.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={choices.length > 0 ? `${id}-${chosen}` : undefined}
          placeholder={t`Go to …`}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <div className="choices-found" id={`${id}-list`} role="listbox" aria-label={t`Where to`} ref={list}>
          {choices.map((choice, index) => (
            <div
              key={`${choice.found?.kind ?? ""} ${choice.to} ${choice.title}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              data-board={choice.board ?? undefined}
              onMouseMove={() => setAt(index)}
              onClick={() => go(choice.to)}
              // By keyboard the field has the focus, and chooses (aria-activedescendant).
              onKeyDown={press}
            >
              <span lang={choice.found?.lang ?? undefined}>
                <Marked text={choice.title} />
              </span>
              {choice.found && (
                <small className="soft">
                  <WhatItIs found={choice.found} />
                </small>
              )}
            </div>
          ))}
        </div>
        <p className="unseen" aria-live="polite">
          <Plural value={choices.length} one="# place to go" other="# places to go" />
        </p>
        <p className="hint" aria-hidden="true">
          <Trans>↑ ↓ choose · Enter goes there · Escape closes</Trans>
        </p>
      </div>
    </dialog>
  );
}

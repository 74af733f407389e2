import { Plural, useLingui } from "@lingui/react/macro";
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import type { PersonToNotify } from "~/features/plan/comments/notify.ts";
import { fetchedJson } from "~/lib/fetched-json.ts";

export interface MentionListProps {
  area: RefObject<HTMLTextAreaElement | null>;
  /** Where people are looked up; its answer is JSON. */
  path: string;
}

const PAUSE_MS = 150;

/** An @ that begins a word, and what is typed after it up to the caret. */
const TYPED = /(?<![\p{L}\p{M}\p{N}._-])[@＠]([^\s@＠][^\n@＠]{0,60})?$/u;

interface Mention {
  /** Where its @ stands in the text. */
  from: number;
  words: string;
}

/**
 * Offers people while a name is typed after @. The text keeps the focus and says which person is active; arrows move, Enter or
 * Tab inserts the name, Escape closes the list, a tap inserts too.
 */
export function MentionList({ area, path }: MentionListProps) {
  const { t } = useLingui();
  const id = useId();
  const [mention, setMention] = useState<Mention | null>(null);
  const [active, setActive] = useState(0);
  const people = usePeople(path, mention?.words ?? null);
  // The @ whose name is chosen or whose list was closed: it is not offered again while the text goes on.
  const settled = useRef<number | null>(null);

  const read = () => {
    const { value = "", selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    const match = selectionStart === selectionEnd ? TYPED.exec(value.slice(0, selectionStart)) : null;
    if (settled.current !== null && !/[@＠]/u.test(value.charAt(settled.current))) settled.current = null;
    const next = match && match.index !== settled.current ? { from: match.index, words: match[1] ?? "" } : null;
    if (mention?.from === next?.from && mention?.words === next?.words) return;
    setMention(next);
    setActive(0);
  };
  const close = () => {
    settled.current = mention?.from ?? null;
    setMention(null);
  };
  const choose = ({ name }: PersonToNotify) => {
    const text = area.current;
    if (!text || !mention) return;
    close();
    text.focus();
    text.setRangeText(`@${name} `, mention.from, text.selectionStart, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const press = (event: KeyboardEvent) => {
    // While a letter is being composed, Enter and the arrows are the input method's.
    if (event.isComposing || people.length === 0 || event.ctrlKey || event.metaKey) return;
    const person = people[active] ?? people[0];
    if (event.key === "ArrowDown") setActive((active + 1) % people.length);
    else if (event.key === "ArrowUp") setActive((active + people.length - 1) % people.length);
    else if ((event.key === "Enter" || event.key === "Tab") && person) choose(person);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const now = useRef({ read, press });
  now.current = { read, press };
  useEffect(() => {
    const text = area.current;
    if (!text) return;
    const onRead = () => now.current.read();
    const onPress = (event: KeyboardEvent) => now.current.press(event);
    const onLeave = () => setMention(null);
    const moves = ["input", "keyup", "click", "focus"];
    for (const move of moves) text.addEventListener(move, onRead);
    text.addEventListener("keydown", onPress);
    text.addEventListener("blur", onLeave);
    onRead();
    return () => {
      for (const move of moves) text.removeEventListener(move, onRead);
      text.removeEventListener("keydown", onPress);
      text.removeEventListener("blur", onLeave);
    };
  }, [area]);

  const open = people.length > 0;
  useEffect(() => {
    const text = area.current;
    if (!text) return;
    text.setAttribute("aria-autocomplete", "list");
    text.setAttribute("aria-haspopup", "listbox");
    if (!open) return;
    text.setAttribute("aria-controls", `${id}-list`);
    text.setAttribute("aria-activedescendant", `${id}-${active}`);
    return () => {
      text.removeAttribute("aria-controls");
      text.removeAttribute("aria-activedescendant");
    };
  }, [area, open, active, id]);

  return (
    <>
      {open && (
        <div className="choices-found mention-list" id={`${id}-list`} role="listbox" aria-label={t`People to notify`}>
          {people.map((person, index) => (
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              // The text keeps the focus, and with it a phone its keyboard.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setActive(index)}
              onClick={() => choose(person)}
              // By keyboard the text has the focus, and chooses (aria-activedescendant).
              onKeyDown={() => {}}
            >
              <span>
                {person.name} <small className="soft">{person.network}</small>
              </span>
            </div>
          ))}
        </div>
      )}
      <p className="unseen" aria-live="polite">
        {open && (
          <Plural
            value={people.length}
            one="# person: arrow keys choose, Enter inserts the name"
            other="# people: arrow keys choose, Enter inserts the name"
          />
        )}
      </p>
    </>
  );
}

const NOBODY: PersonToNotify[] = [];

/** Returns the people found for what is being typed; the ones found before, until there is an answer. */
function usePeople(path: string, words: string | null): PersonToNotify[] {
  const [found, setFound] = useState(NOBODY);
  useEffect(() => {
    if (words === null) return setFound(NOBODY);
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      const at = `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ q: words })}`;
      const people = (await fetchedJson<PersonToNotify[]>(at, leaving.signal)) ?? NOBODY;
      if (!leaving.signal.aborted) setFound(people);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [path, words]);
  return words === null ? NOBODY : found;
}

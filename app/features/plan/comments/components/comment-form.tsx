import { Plural, Trans } from "@lingui/react/macro";
import { useFetchers, useNavigation } from "@remix-run/react";
import { type ComponentType, useRef, useState } from "react";
import type { FoundPeople } from "~/features/plan/comments/notify.ts";
import { Choices, type ControlAttributes, Field } from "~/ui/field.tsx";
import { Fold, type Returned, returnedTo } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useHydrated } from "~/ui/hydrated.ts";
import { TextLanguage } from "~/ui/text-language.tsx";
import type { MentionListProps } from "./mention-list.tsx";
import { useTalkPlace } from "./talk-place.ts";

/** What the talk's forms came back with. */
export interface CommentReturned extends Returned {
  /** People who were looked up. */
  people: FoundPeople | null;
  /** Where people are looked up while a name is typed. */
  peoplePath: string;
}

/** A new comment at the foot of the talk. */
export function CommentForm({ asked, ...returned }: CommentReturned & { asked: boolean }) {
  const place = useTalkPlace();
  const busy = useBusyWith("");
  const mine = ofThread(returned, "");
  const { text, problems } = returnedTo("comment", mine);
  return (
    <Form method="post" className="form" preventScrollReset {...place.form}>
      {place.page && <HiddenField name="quick" value="1" />}
      <TextLanguage submitted={text("textLanguage")} />
      <Field
        name="text"
        label={asked ? <Trans>Your reply to the question</Trans> : <Trans>Your comment</Trans>}
        hint={<CommentHint />}
        problem={problems.text}
      >
        {(control) => <CommentText control={control} text={text("text")} peoplePath={returned.peoplePath} />}
      </Field>
      <NotifyPeople {...mine} />
      <div className="buttons">
        <button className="button" name="intent" value="comment" aria-busy={busy}>
          {asked ? <Trans>Reply</Trans> : <Trans>Comment</Trans>}
        </button>
      </div>
    </Form>
  );
}

/** A reply to one comment, folded until it is wanted. */
export function ReplyForm({ to, ...returned }: CommentReturned & { to: { id: number; by: string } }) {
  const thread = String(to.id);
  const place = useTalkPlace();
  const busy = useBusyWith(thread);
  const mine = ofThread(returned, thread);
  const { open, text, problems } = returnedTo("comment", mine);
  const name = to.by;
  return (
    <Fold
      open={open}
      label={
        <>
          <Trans>Reply</Trans> <span className="unseen">{name}</span>
        </>
      }
    >
      <Form method="post" className="form" preventScrollReset {...place.form}>
        {place.page && <HiddenField name="quick" value="1" />}
        <HiddenField name="replyTo" value={thread} />
        <TextLanguage submitted={text("textLanguage")} />
        <Field name="text" label={<Trans>Your reply to {name}</Trans>} hint={<CommentHint />} problem={problems.text}>
          {(control) => <CommentText control={control} text={text("text")} peoplePath={returned.peoplePath} />}
        </Field>
        <NotifyPeople {...mine} />
        <div className="buttons">
          <button className="button" name="intent" value="comment" aria-busy={busy}>
            <Trans>Send the reply</Trans>
          </button>
        </div>
      </Form>
    </Fold>
  );
}

/** What can be done in the text of a comment; by key only where there is a script. */
function CommentHint() {
  const hasKeys = useHydrated();
  return hasKeys ? (
    <Trans>Type @ and a name to notify somebody. Ctrl Enter (⌘ Enter on a Mac) sends.</Trans>
  ) : (
    <Trans>Type @ and a name to notify somebody.</Trans>
  );
}

interface CommentTextProps {
  control: ControlAttributes;
  text: string;
  peoplePath: string;
}

/** The text of a comment, which offers names from the first @ on; whoever types none never downloads what does it. */
export function CommentText({ control, text, peoplePath }: CommentTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [List, setList] = useState<ComponentType<MentionListProps> | null>(null);
  const load = () => {
    if (List || !area.current?.value.includes("@")) return;
    // Without a line no names are offered: a whole name is found all the same.
    import("./mention-list.tsx").then(
      ({ MentionList }) => setList(() => MentionList),
      () => {},
    );
  };
  return (
    <div className="mentioning">
      <textarea
        {...control}
        ref={area}
        className="textarea short"
        data-most={5000}
        defaultValue={text}
        onInput={load}
      />
      {List && <List area={area} path={peoplePath} />}
    </div>
  );
}

/** People to notify, for whoever would rather choose than type a name, or has no script. */
function NotifyPeople(returned: CommentReturned) {
  const { open, text, problems } = returnedTo("comment", returned);
  const found = open ? returned.people : null;
  const chosen = [returned.submitted.notify ?? []].flat();
  const more = found?.more ?? 0;
  return (
    <details className="texts" open={found !== null || problems.notify !== undefined}>
      <summary>
        <Trans>Notify people</Trans>
      </summary>
      <Field
        name="people"
        label={<Trans>Name or network</Trans>}
        hint={<Trans>Leave it empty to see everybody who can read this.</Trans>}
      >
        {(control) => (
          <input {...control} className="input" maxLength={100} autoComplete="off" defaultValue={text("people")} />
        )}
      </Field>
      <div className="buttons">
        <button className="button" name="intent" value="find-people">
          <Trans>Find people</Trans>
        </button>
      </div>
      {found?.people.length === 0 && (
        <p className="hint" role="status">
          <Trans>Nobody has this name or network. Check the spelling or use fewer words.</Trans>
        </p>
      )}
      {found && found.people.length > 0 && (
        <Choices
          legend={<Trans>People to notify</Trans>}
          hint={
            more > 0 && (
              <Plural value={more} one="# more person has these words." other="# more people have these words." />
            )
          }
          problem={problems.notify}
        >
          {found.people.map(({ id, name, network }) => (
            <label key={id} className="choice">
              <input type="checkbox" name="notify" value={id} defaultChecked={chosen.includes(id)} />
              <span>
                {name} <small className="soft">{network}</small>
              </span>
            </label>
          ))}
        </Choices>
      )}
    </details>
  );
}

/** What came back belongs to one of the talk's forms alone: that of its first comment, or of a reply. */
function ofThread(returned: CommentReturned, replyTo: string): CommentReturned {
  if (String(returned.submitted.replyTo ?? "") !== replyTo) return { ...returned, intent: null };
  // A form that was kept while its sender signed in again may have been looking for people.
  return returned.intent === "find-people" ? { ...returned, intent: "comment" } : returned;
}

function useBusyWith(replyTo: string): boolean {
  return [useNavigation(), ...useFetchers()].some(
    ({ state, formData }) =>
      state === "submitting" && formData?.get("intent") === "comment" && (formData.get("replyTo") ?? "") === replyTo,
  );
}

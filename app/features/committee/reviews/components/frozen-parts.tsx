import { Trans } from "@lingui/react/macro";
import type { ReviewScreen } from "~/features/committee/reviews/screen.server.ts";
import { Field } from "~/ui/field.tsx";
import { Fold, type Returned, returnedTo } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { TextLanguage } from "~/ui/text-language.tsx";

/** The corrections of a closed review, dated, beside what was frozen; and the form of another one. */
export function Corrections({ screen, ...returned }: Returned & { screen: ReviewScreen }) {
  const format = useFormat();
  const { additions, may } = screen;
  const { open, text, problems } = returnedTo("correct", returned);
  if (additions.length === 0 && !may.correct) return null;
  return (
    <section className="section corrections" id="corrections">
      <h2>
        <Trans>Corrections</Trans>
      </h2>
      {additions.length === 0 ? (
        <p className="soft">
          <Trans>Nothing has been corrected since it was closed.</Trans>
        </p>
      ) : (
        <ol className="rows">
          {additions.map(({ id, text: said, by, at, lang }) => (
            <li key={id} id={`correction-${id}`}>
              <p className="event-head">
                <strong>{by}</strong> <span className="soft">{format.instant(at)}</span>
              </p>
              <p className="as-written" lang={lang ?? undefined}>
                {said}
              </p>
            </li>
          ))}
        </ol>
      )}
      {may.correct && (
        <Fold open={open} label={<Trans>Add a correction</Trans>}>
          <Form method="post" className="form" preventScrollReset>
            <TextLanguage submitted={text("textLanguage")} />
            <Field
              name="text"
              label={<Trans>Correction</Trans>}
              hint={<Trans>It stands beside the original with its day, and can never be changed or removed.</Trans>}
              problem={problems.text}
            >
              {(control) => (
                <textarea {...control} className="textarea short" data-most={5000} defaultValue={text("text")} />
              )}
            </Field>
            <div className="buttons">
              <button className="button solid" name="intent" value="correct">
                <Trans>Add the correction</Trans>
              </button>
            </div>
          </Form>
        </Fold>
      )}
    </section>
  );
}

/** By what sum anybody can see that nothing of it was changed. */
export function FrozenFoot({ frozen }: { frozen: NonNullable<ReviewScreen["frozen"]> }) {
  const format = useFormat();
  const when = format.deadline(frozen.at);
  return (
    <p className="frozen-foot soft">
      <Trans>Frozen on {when}.</Trans> SHA-256 <code>{frozen.sha256}</code>
    </p>
  );
}

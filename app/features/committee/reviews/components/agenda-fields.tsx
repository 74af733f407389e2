import { Trans, useLingui } from "@lingui/react/macro";
import { type AgendaLine, lacking, POINT_MOST } from "~/features/committee/reviews/agenda-form.ts";
import { Problem } from "~/ui/field.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { itemOf, useAgendaLabels } from "./agenda-labels.ts";

interface AgendaFieldsProps {
  lines: AgendaLine[];
  problems: Record<string, ProblemCode>;
}

/** The agenda in order: points are moved, removed and added by plain buttons, and nothing is kept before the form is saved. */
export function AgendaFields({ lines, problems }: AgendaFieldsProps) {
  const { t, i18n } = useLingui();
  const labels = useAgendaLabels();
  const total = lines.reduce((sum, { minutes }) => sum + (Number(minutes) || 0), 0);
  return (
    <fieldset className="field agenda-fields" id="agenda">
      <legend>
        <Trans>Agenda</Trans>
      </legend>
      <span className="hint">
        <Trans>In the order in which the points come, each with its minutes: {total} in all.</Trans>
      </span>
      <ol className="rows">
        {lines.map((line, index) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: the form is made anew whenever its lines are arranged
            key={`${index} ${line.item} ${line.about}`}
            line={line}
            index={index}
            last={index === lines.length - 1}
            problems={problems}
          />
        ))}
      </ol>
      <div className="agenda-add">
        <label>
          <span className="unseen">
            <Trans>Point to add</Trans>
          </span>
          <select className="select" name="added" defaultValue={`point:${i18n.locale}`}>
            <option value={`point:${i18n.locale}`}>{t`A point of our own`}</option>
            {lacking(lines).map((item) => (
              <option key={item} value={item}>
                {labels(itemOf(item))}
              </option>
            ))}
          </select>
        </label>
        <button className="button" name="intent" value="add">
          <Trans>Add to the agenda</Trans>
        </button>
      </div>
    </fieldset>
  );
}

interface LineProps {
  line: AgendaLine;
  index: number;
  last: boolean;
  problems: Record<string, ProblemCode>;
}

function Line({ line, index, last, problems }: LineProps) {
  const { t } = useLingui();
  const labels = useAgendaLabels();
  const { item, about, minutes } = line;
  const own = item.startsWith("point");
  const name = own && about ? about : labels(itemOf(item));
  const [aboutWrong, minutesWrong] = [problems[`about.${index}`], problems[`minutes.${index}`]];
  const described = (problem: ProblemCode | undefined, what: string) =>
    problem ? `${what}-${index}-problem` : undefined;
  return (
    <li>
      <HiddenField name="item" value={item} />
      <span className="agenda-name">
        {own ? (
          <input
            className="input"
            name="about"
            data-most={POINT_MOST}
            defaultValue={about}
            aria-label={t`What the point is about`}
            aria-describedby={described(aboutWrong, "about")}
            aria-invalid={aboutWrong ? true : undefined}
          />
        ) : (
          <>
            <HiddenField name="about" value="" />
            {name}
          </>
        )}
        {aboutWrong && <Problem id={`about-${index}-problem`} code={aboutWrong} />}
        {minutesWrong && <Problem id={`minutes-${index}-problem`} code={minutesWrong} />}
      </span>
      <label className="agenda-minutes">
        <input
          className="input"
          name="minutes"
          inputMode="numeric"
          data-most={3}
          defaultValue={minutes}
          aria-label={t`Minutes for ${name}`}
          aria-describedby={described(minutesWrong, "minutes")}
          aria-invalid={minutesWrong ? true : undefined}
        />
        <span className="soft" aria-hidden="true">
          <Trans>min.</Trans>
        </span>
      </label>
      <span className="agenda-buttons">
        <button
          className="button"
          name="intent"
          value={`up:${index}`}
          aria-label={t`Move ${name} up`}
          disabled={index === 0}
        >
          ↑
        </button>
        <button
          className="button"
          name="intent"
          value={`down:${index}`}
          aria-label={t`Move ${name} down`}
          disabled={last}
        >
          ↓
        </button>
        <button className="button" name="intent" value={`remove:${index}`} aria-label={t`Remove ${name}`}>
          ✕
        </button>
      </span>
    </li>
  );
}

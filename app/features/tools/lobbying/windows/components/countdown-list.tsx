import { useLingui } from "@lingui/react";
import { Plural, Trans, useLingui as useTexts } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenFields } from "~/ui/hidden-field.tsx";
import { windowsLabels } from "../labels.ts";
import type { MilestoneShown } from "../queries.server.ts";

interface CountdownListProps {
  meeting: number;
  milestones: MilestoneShown[];
  mayKeep: boolean;
}

/** What is to be done before a meeting, in the order of the days, with what is late said in words. */
export function CountdownList({ meeting, milestones, mayKeep }: CountdownListProps) {
  const format = useFormat();
  const base = `/windows/${meeting}/parts/milestones`;
  return (
    <ol className="rows countdown">
      {milestones.map((one) => (
        <li key={one.id} id={`part-${one.id}`} data-part={one.id} data-overdue={one.late || undefined}>
          <div className="countdown-when">
            <time dateTime={one.day}>{format.day(Date.parse(`${one.day}T00:00:00Z`))}</time>
            <span className="soft">
              <Before weeks={one.weeks} />
            </span>
          </div>
          <p className="countdown-what">
            <span lang={one.lang ?? undefined}>{one.what}</span> <StateWords {...one} />
          </p>
          {mayKeep && (
            <div className="buttons">
              {!one.done && <DoneForm base={base} milestone={one} />}
              <Link className="button quiet" to={`${base}?edit=${one.id}`}>
                <Trans>Change</Trans>
                <span className="unseen">: {one.what}</span>
              </Link>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

export function Before({ weeks }: { weeks: number }) {
  return weeks === 0 ? (
    <Trans>on the first day</Trans>
  ) : (
    <Plural value={weeks} one="# week before" other="# weeks before" />
  );
}

function StateWords({ done, late }: MilestoneShown) {
  const { _ } = useLingui();
  const { options } = windowsLabels.parts.milestones.fields.state;
  if (late)
    return (
      <b className="overdue">
        <Trans context="milestone of a meeting">late: not done yet</Trans>
      </b>
    );
  const label = options?.[done ? "done" : "to-do"];
  return <span className="soft">{label && _(label)}</span>;
}

/** Says that something is done: the part's own form, filled in. */
function DoneForm({ base, milestone }: { base: string; milestone: MilestoneShown }) {
  const { t } = useTexts();
  const { id, version, weeks, what, language } = milestone;
  const fields = { part: id, version, weeks, what, language, state: "done" };
  return (
    <Form method="post" action={base}>
      <HiddenFields fields={fields} />
      <button className="button" name="intent" value="edit" aria-label={t`Done: ${what}`}>
        <Trans context="milestone of a meeting">Done</Trans>
      </button>
    </Form>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ActionValues } from "~/features/plan/actions/form-types.ts";
import { Choices } from "~/ui/field.tsx";
import { useFormat } from "~/ui/format.ts";
import type { OfferedPart, SourceShown } from "../sources.server.ts";

/** From what the new action is made. */
export function MadeFrom({ source: { to, ref, title } }: { source: SourceShown }) {
  const name = ref === null ? title : `${ref} ${title}`;
  return (
    <p className="lead">
      <Trans>
        Made from <Link to={to}>{name}</Link>
      </Trans>
    </p>
  );
}

/** The parts that the new action takes over from its source, each with a tick box. */
export function TakenOver({ source, values }: { source: SourceShown; values: ActionValues }) {
  const { t } = useLingui();
  const format = useFormat();
  const { keyResults, milestones, start } = source;
  const quarter = start && format.quarter(start);
  return (
    <>
      <Parts
        name="keyResult"
        legend={<Trans>Key results to take over, without their values</Trans>}
        parts={keyResults}
        values={values}
      >
        {({ start: from, target, unit }) => `${format.number(from)} → ${format.number(target)} ${unit}`}
      </Parts>
      <Parts
        name="milestone"
        legend={<Trans>Milestones to take over</Trans>}
        hint={
          quarter ? (
            <Trans>Their days move with the start quarter, counted from {quarter}.</Trans>
          ) : (
            source.ref === null && <Trans>Month 1 is the first month of the start quarter.</Trans>
          )
        }
        parts={milestones}
        values={values}
      >
        {({ when }) => {
          if (typeof when === "string") return format.day(Date.parse(`${when}T00:00:00Z`));
          const { month, day } = when;
          return t`month ${month}, day ${day}`;
        }}
      </Parts>
    </>
  );
}

interface PartsProps<Part extends OfferedPart> {
  name: "keyResult" | "milestone";
  legend: ReactNode;
  hint?: ReactNode;
  parts: Part[];
  values: ActionValues;
  children: (part: Part) => string;
}

function Parts<Part extends OfferedPart>({ name, legend, hint, parts, values, children }: PartsProps<Part>) {
  if (parts.length === 0) return null;
  const ticked = [values[name] ?? []].flat();
  return (
    <Choices legend={legend} hint={hint}>
      {parts.map((part) => (
        <label key={part.id}>
          <input type="checkbox" name={name} value={part.id} defaultChecked={ticked.includes(String(part.id))} />
          <span>
            <span lang={part.lang ?? undefined}>{part.name}</span> <span className="soft">{children(part)}</span>
          </span>
        </label>
      ))}
    </Choices>
  );
}

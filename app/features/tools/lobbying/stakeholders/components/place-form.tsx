import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Submitted } from "~/features/core/forms.server.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { type Option, Select } from "~/ui/select.tsx";
import { stakeholdersLabels } from "../labels.ts";
import type { OnMap } from "../map.server.ts";
import { INFLUENCES, STANCES } from "../stakeholders.ts";
import { usePlaceLabels } from "./use-place-labels.ts";

interface PlaceFormProps {
  one: OnMap;
  submitted: Submitted;
  problems: Record<string, ProblemCode>;
  /** The map as it was asked for. */
  back: string;
}

/** Where somebody stands, by two choices: the way that needs no dragging and no script. */
export function PlaceForm({ one, submitted, problems, back }: PlaceFormProps) {
  const { _ } = useLingui();
  const { influenceOf, stanceOf } = usePlaceLabels();
  const { influence, stance } = stakeholdersLabels.fields;
  const shown = useRef<HTMLElement>(null);
  useEffect(() => shown.current?.querySelector("select")?.focus(), []);
  const chosen = (name: "influence" | "stance") => String(submitted[name] ?? one.place[name] ?? "");
  const options = (of: readonly string[], say: (option: string) => string): Option[] => [
    ["", "—"],
    ...of.map((option): Option => [option, say(option)]),
  ];
  return (
    <section className="place-panel" id="place" ref={shown} aria-labelledby="place-heading">
      <h2 id="place-heading" lang={one.lang ?? undefined}>
        {one.title}
      </h2>
      <Form method="post" className="form" preventScrollReset>
        <HiddenField name="entry" value={one.id} />
        <HiddenField name="version" value={one.version} />
        <HiddenField name="back" value={back} />
        <div className="two">
          <Field name="influence" label={_(influence.label)} problem={problems.influence}>
            {(control) => (
              <Select {...control} value={chosen("influence")} options={options(INFLUENCES, influenceOf)} />
            )}
          </Field>
          <Field name="stance" label={_(stance.label)} problem={problems.stance}>
            {(control) => <Select {...control} value={chosen("stance")} options={options(STANCES, stanceOf)} />}
          </Field>
        </div>
        <div className="buttons">
          <button className="button solid" name="intent" value="place">
            <Trans>Put it there</Trans>
          </button>
          <Link className="button quiet" to={back} preventScrollReset>
            <Trans>Cancel</Trans>
          </Link>
        </div>
      </Form>
    </section>
  );
}

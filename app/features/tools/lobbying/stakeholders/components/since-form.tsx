import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { QueryFields } from "~/ui/hidden-field.tsx";
import type { PowerMapData, Shifted } from "../map.server.ts";
import { arrowBetween } from "../place.ts";
import type { Shift } from "../since.ts";
import { usePlaceLabels } from "./use-place-labels.ts";

/** As many are told in words: who moved first, who came last. */
const MOST_TOLD = 50;
const FIRST: Shift[] = ["moved", "placed", "unplaced", "removed", "entered"];

interface SinceFormProps extends Pick<PowerMapData, "since" | "shifted"> {
  /** The filters as the address has them. */
  query: string;
}

/** Since which day the map is compared, and what changed since, in words. */
export function SinceForm({ since, shifted, query }: SinceFormProps) {
  const format = useFormat();
  const told = shifted.toSorted((a, b) => FIRST.indexOf(a.shift) - FIRST.indexOf(b.shift)).slice(0, MOST_TOLD);
  const more = shifted.length - told.length;
  const day = since && format.day(Date.parse(`${since}T00:00:00Z`));
  return (
    <section className="map-since" aria-labelledby="since-heading">
      <h2 id="since-heading">
        <Trans>How it changed</Trans>
      </h2>
      <Form className="since-form" preventScrollReset>
        <QueryFields query={new URLSearchParams(query)} />
        <Field name="since" label={<Trans>Since</Trans>}>
          {(control) => (
            <input {...control} key={since} className="input" type="date" defaultValue={since ?? ""} required />
          )}
        </Field>
        <button className="button">
          <Trans>Compare</Trans>
        </button>
        {since && (
          <Link className="button quiet" to={`?${query}`} preventScrollReset>
            <Trans>As it stands now</Trans>
          </Link>
        )}
      </Form>
      {since && shifted.length === 0 && (
        <p className="soft">
          <Trans>Nobody stands elsewhere than on {day}.</Trans>
        </p>
      )}
      {shifted.length > 0 && (
        <ul className="rows shifted">
          {told.map((one) => (
            <li key={one.id} data-shifted={one.id}>
              <Link to={`/stakeholders/${one.id}`} lang={one.lang ?? undefined}>
                {one.title}
              </Link>
              <ShiftWords {...one} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="soft">
          <Trans>and {more} more</Trans>
        </p>
      )}
    </section>
  );
}

function ShiftWords({ shift, was: stood, now }: Shifted) {
  const { say } = usePlaceLabels();
  const was = stood ? say(stood) : "";
  const is = now ? say(now) : "";
  if (shift === "entered")
    return (
      <p>
        <Trans>entered since; now: {is}</Trans>
      </p>
    );
  if (shift === "removed")
    return (
      <p>
        <Trans>removed from the list since; stood at: {was}</Trans>
      </p>
    );
  return (
    <p>
      <Trans>
        then: {was}; now: {is}
      </Trans>
      {stood && now && <span aria-hidden> {arrowBetween(stood, now)}</span>}
    </p>
  );
}

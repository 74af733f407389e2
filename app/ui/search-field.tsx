import { useLingui } from "@lingui/react/macro";
import { Form } from "./form.tsx";

/** The search from every page: a field in the bar of a wide screen, in the menu of a narrow one. `/` leads to it. */
export function SearchField({ place }: { place: "bar" | "menu" }) {
  const { t } = useLingui();
  return (
    <Form action="/search" role="search" className={`search-field in-${place}`} aria-label={t`Search the plan`}>
      <input
        className="input"
        type="search"
        name="q"
        maxLength={200}
        placeholder={t`Search`}
        aria-label={t`Search the plan`}
        aria-keyshortcuts="/"
      />
    </Form>
  );
}

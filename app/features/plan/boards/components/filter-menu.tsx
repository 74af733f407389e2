import { Trans } from "@lingui/react/macro";
import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { activeFilters } from "~/features/plan/boards/filters.ts";
import { lazyComponent, useLazy } from "~/ui/lazy.ts";
import { LazyContent } from "~/ui/lazy-content.tsx";
import type { FilterBarProps } from "./filter-bar.tsx";

// A board is mostly looked at whole: only those download the filters who come near them or have one on.
const form = lazyComponent(".filter-menu[open]", () => import("./filter-bar.tsx").then(({ FilterForm }) => FilterForm));
const active = lazyComponent(".active-filters", () =>
  import("./filter-bar.tsx").then(({ ActiveFilters }) => ActiveFilters),
);

/** The filters behind a button, which opens without a script. With one, each choice is asked for at once. */
export function FilterMenu(props: FilterBarProps) {
  const navigate = useNavigate();
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  const apply = (form: HTMLFormElement) => {
    // It has come with the form; without a line the board stays as it is.
    import("./filter-bar.tsx").then(
      ({ filledIn }) => navigate(`?${filledIn(form)}`, { preventScrollReset: true }),
      nothing,
    );
  };
  return (
    <details
      className="menu filter-menu"
      name="menu"
      data-menu="stays"
      onToggle={want}
      onPointerEnter={want}
      onFocus={want}
      // Not `onChange`: it does not hear of fields that the server has drawn and no script has taken over yet.
      onInput={({ target }) => {
        const { type, form } = target as HTMLInputElement;
        if (type !== "search" && form) apply(form);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        apply(event.target as HTMLFormElement);
      }}
    >
      <summary className="button">
        <Trans>Filter</Trans>
      </summary>
      <LazyContent piece={form} wanted={wanted} of={props} />
    </details>
  );
}

/** The filters that are on, where there are any. */
export function FiltersShown(props: FilterBarProps) {
  const on = activeFilters(props.state) > 0;
  const ActiveFilters = useLazy(active, on, nothing);
  return on && ActiveFilters && <ActiveFilters {...props} />;
}

const nothing = () => {};

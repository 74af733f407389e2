import { Trans } from "@lingui/react/macro";
import { Link, useSearchParams } from "@remix-run/react";

interface PagesProps {
  page: number;
  pages: number;
  /** What the address calls it, where a screen has more than one list. */
  name?: string;
}

/** The way through a list that goes over several pages; nothing where one is enough. */
export function Pages({ page, pages, name = "page" }: PagesProps) {
  const [query] = useSearchParams();
  if (pages <= 1) return null;
  const to = (number: number) => {
    const next = new URLSearchParams(query);
    next.set(name, String(number));
    return `?${next}`;
  };
  return (
    <nav className="pages">
      <span>
        {page > 1 && (
          <Link to={to(page - 1)} rel="prev">
            <Trans>Previous page</Trans>
          </Link>
        )}
      </span>
      <span className="soft">
        <Trans>
          Page {page} of {pages}
        </Trans>
      </span>
      <span>
        {page < pages && (
          <Link to={to(page + 1)} rel="next">
            <Trans>Next page</Trans>
          </Link>
        )}
      </span>
    </nav>
  );
}

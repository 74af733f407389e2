import { Link } from "@remix-run/react";
import type { AnswerScreen } from "../answer-screen.server.ts";

/** What is answered, over the form: what was said, by whom, and for which network. */
export function ToAnswer({ screen: { title, why, lang, author, origin, about } }: { screen: AnswerScreen }) {
  return (
    <div className="to-answer" lang={lang ?? undefined}>
      <p className="suggestion-title">{title}</p>
      <p className="hint">
        {author} · {origin}
        {about && (
          <>
            {" · "}
            <Link to={`/actions/${about.ref}`} lang={about.lang ?? undefined}>
              {about.ref} {about.title}
            </Link>
          </>
        )}
      </p>
      {why && <blockquote className="reason as-written">{why}</blockquote>}
    </div>
  );
}

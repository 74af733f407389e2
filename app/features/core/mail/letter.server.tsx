import type { Language } from "~/domain.ts";
import { mailHtml } from "./sheet.server.tsx";
import { send } from "./transport.server.ts";

/** A short mail around one link. */
export interface Letter {
  to: string;
  language: Language;
  subject: string;
  /** Paragraphs above the link. */
  before: string[];
  link: { address: string; label: string };
  after: string[];
}

/** Sends a letter. Throws MailNotSent. */
export function sendLetter(letter: Letter): Promise<void> {
  const { to, language, subject, before, link, after } = letter;
  return send({
    to,
    language,
    subject,
    text: [...before, `${link.label}: ${link.address}`, ...after].join("\n\n"),
    html: mailHtml(language, <LetterBody {...letter} />),
  });
}

function LetterBody({ before, link, after }: Pick<Letter, "before" | "link" | "after">) {
  return (
    <>
      {before.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p>
        <a
          className="button"
          href={link.address}
          style={{
            display: "inline-block",
            padding: "10px 18px",
            background: "#1d1b18",
            color: "#fbfaf7",
            borderRadius: 6,
            textDecoration: "none",
            fontWeight: 600,
          }}
        >
          {link.label}
        </a>
      </p>
      <p className="soft" style={{ fontSize: 13, color: "#5d584f", overflowWrap: "anywhere" }}>
        {link.address}
      </p>
      {after.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}

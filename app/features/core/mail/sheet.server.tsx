import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "~/domain.ts";

/**
 * Colours for mail programs that are dark and say so. Those that only turn the colours they find need both of them on the sheet: a
 * dark colour without a background would stay dark on theirs.
 */
const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){body,.sheet{background-color:#171614!important;color:#ece8df!important}
.sheet a,.sheet h2{color:#ece8df!important}.sheet .soft,.sheet .soft a{color:#a8a195!important}.sheet .mark{color:#ff8a70!important}
.sheet a.button{background-color:#ece8df!important;color:#171614!important}.sheet blockquote{border-color:#7d776b!important}}`;

/**
 * The sheet on which every mail is set. Mail programs drop most style sheets: what is not only for dark ones stands in `style`
 * attributes.
 */
function Sheet({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a style sheet of our own, which React would escape as text. */}
        <style dangerouslySetInnerHTML={{ __html: DARK }} />
      </head>
      <body style={{ margin: 0, backgroundColor: "#fbfaf7" }}>
        <div
          className="sheet"
          style={{
            font: "16px/1.5 system-ui,sans-serif",
            backgroundColor: "#fbfaf7",
            color: "#1d1b18",
            maxWidth: "34em",
            padding: "16px 20px",
          }}
        >
          <p style={{ fontWeight: 800, fontSize: 19 }}>
            INSP
            <span className="mark" style={{ color: "#b8371f" }}>
              !
            </span>
            R
          </p>
          {children}
        </div>
      </body>
    </html>
  );
}

/** Returns the HTML of a whole mail. */
export function mailHtml(language: Language, content: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(<Sheet language={language}>{content}</Sheet>)}`;
}

import { setupI18n } from "@lingui/core";
import { isOneOf, LANGUAGES, type Language } from "~/domain.ts";

/** Messages that are drawn together: one script a language, of which the browser loads its own. */
export type MessageChunk = Record<Language, () => Promise<{ messages: Record<string, string> }>>;

function documentLanguage(): Language {
  const { lang } = document.documentElement;
  return isOneOf(LANGUAGES, lang) ? lang : "en";
}

export const language = documentLanguage();

/** The messages of the document's language, as far as the pages visited have needed them. */
export const i18n = setupI18n({ locale: language, messages: { [language]: {} } });

/** Loads a chunk. The modules that draw its messages wait for it (scripts/message-chunks.ts). */
export async function loadMessages(chunk: MessageChunk): Promise<void> {
  const { messages } = await chunk[language]();
  i18n.load(language, messages);
}

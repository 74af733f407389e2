import { createContext, useContext } from "react";
import type { Language } from "~/domain.ts";

/** What the document's frame needs and only the server knows; the browser reads it off the document. */
export interface DocumentFrame {
  nonce: string;
  requestId: string;
  language: Language;
  stylesheet: string;
  /** What the one-time keys of the document's forms begin with (app/ui/form.tsx). */
  formKey: string;
}

export const DocumentContext = createContext<DocumentFrame | null>(null);

export function useDocumentFrame(): DocumentFrame | null {
  return useContext(DocumentContext);
}

// oxlint-disable-next-line typescript/triple-slash-reference -- projects that include single folders do not see it else
/// <reference path="./pdfkit.d.ts" />
import Document, { type Paint, type DocumentOptions } from 'pdfkit';

export type PdfDocument = Document;
export type { Paint };

export function openDocument(options: DocumentOptions): PdfDocument {
  return new Document(options);
}

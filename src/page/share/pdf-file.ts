import bold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url';
import text from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
import math from 'katex/dist/fonts/KaTeX_Math-Italic.ttf?url';
import type { PdfSpec } from '../../figure/pdf/pdf.ts';
import { t } from '../messages/later.ts';

/** A PDF in the fonts of the command line's pictures, which are loaded for it, as is what makes it. */
export async function pdfFrom(spec: Omit<PdfSpec, 'fonts'>): Promise<Blob> {
  const [{ pdfOf }, ...files] = await Promise.all([
    import('../../figure/pdf/pdf.ts'),
    ...[text, bold, math].map(fontAt),
  ]);
  const [regular, semibold, italic] = files as [Uint8Array, Uint8Array, Uint8Array];
  const fonts = { text: regular, bold: semibold, math: italic };
  return new Blob([await pdfOf({ ...spec, fonts })], { type: 'application/pdf' });
}

async function fontAt(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(t('share.noFonts'));
  return new Uint8Array(await response.arrayBuffer());
}

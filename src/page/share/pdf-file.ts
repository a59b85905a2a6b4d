import bold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url';
import text from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
import math from 'katex/dist/fonts/KaTeX_Math-Italic.ttf?url';
import type { PdfFonts, PdfSpec } from '../../figure/pdf/pdf.ts';
import { FULL_WIDTH } from '../../figure/text/rich-text.ts';
import { t } from '../messages/later.ts';

/** A PDF in the fonts of the command line's pictures, which are loaded for it, as is what makes it. */
export async function pdfFrom(spec: Omit<PdfSpec, 'fonts'>): Promise<Blob> {
  const [{ pdfOf }, fonts, chinese] = await Promise.all([
    import('../../figure/pdf/pdf.ts'),
    fontsAt({ text, bold, math }),
    chineseFonts(spec.svg),
  ]);
  const pdf = await pdfOf({ ...spec, fonts: { ...fonts, ...(chinese && { chinese }) } });
  return new Blob([pdf], { type: 'application/pdf' });
}

/**
 * Where a figure has Chinese text, fonts with the characters of the page's messages.
 * @throws Error for others, as those of a game that is called by them
 */
async function chineseFonts(svg: string): Promise<PdfFonts['chinese']> {
  const texts = Array.from(svg.matchAll(/<text .*?<\/text>/gs)).join('');
  const used = new Set(Array.from(texts).filter((character) => FULL_WIDTH.test(character)));
  if (used.size === 0) return undefined;
  const { characters, ...addresses } = await import('virtual:chinese-fonts');
  const missing = [...used].filter((character) => !characters.includes(character)).join('');
  if (missing !== '') throw new Error(t('share.noCharacters', { missing }));
  return fontsAt({ text: addresses.text, bold: addresses.bold });
}

async function fontsAt<Name extends string>(
  addresses: Readonly<Record<Name, string>>,
): Promise<Record<Name, Uint8Array>> {
  const fonts = Object.entries<string>(addresses).map(
    async ([name, address]) => [name, await fontAt(address)] as const,
  );
  return Object.fromEntries(await Promise.all(fonts)) as Record<Name, Uint8Array>;
}

async function fontAt(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(t('share.noFonts'));
  return new Uint8Array(await response.arrayBuffer());
}

import { formatNumber } from './number.ts';

interface Complex {
  readonly re: number;
  readonly im: number;
}

/** A spectrum with conjugate pairs in one: `−0.1 ± 0.995i`; real values alone. */
export function spectrumTexts(values: readonly Complex[]): readonly string[] {
  return values.flatMap(({ re, im }) => {
    if (Math.abs(im) < 1e-7) return [formatRounded(re)];
    if (im < 0) return [];
    const real = Math.abs(re) < 1e-9 ? '' : `${formatRounded(re)} `;
    return [`${real}±${real === '' ? '' : ' '}${formatRounded(im)}i`];
  });
}

/** A number of so many digits. */
export function formatRounded(value: number, digits = 4): string {
  return formatNumber(Number(value.toPrecision(digits)));
}

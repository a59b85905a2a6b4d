import { byId, element, setText } from '../ui/dom.ts';
import { t } from '../messages/messages.ts';

/** Milliseconds between two updates: faster ones cannot be read. */
const INTERVAL = 250;

export interface StatusNumbers {
  readonly adapter: string;
  readonly particles: string;
  readonly time: string;
  readonly map: string;
  readonly steps: string;
  readonly frame: string;
}

/** In the order shown. */
const FIELDS: readonly (keyof StatusNumbers)[] = [
  'adapter',
  'map',
  'particles',
  'time',
  'steps',
  'frame',
];

/** The status bar. */
export interface Status {
  /** Shows the numbers if it is time to; `now` shows them in any case. */
  show(numbers: () => StatusNumbers, now?: boolean): void;
}

export function openStatus(): Status {
  const root = byId('status');
  const fields = new Map(
    FIELDS.map((key) => {
      const title = t(`status.titles.${key}`);
      return [key, element('span', { class: key, title })] as const;
    }),
  );
  root.prepend(...fields.values());
  let last = -Infinity;
  return {
    show(numbers, now = false) {
      const time = performance.now();
      if (!now && time - last < INTERVAL) return;
      last = time;
      for (const [key, text] of Object.entries(numbers())) {
        const field = fields.get(key as keyof StatusNumbers)!;
        setText(field, text);
        field.hidden = text === '';
      }
    },
  };
}

/** `1.2 million`-like numbers in few digits: 940, 12 k, 3.4 M, 1.2 G. */
export function shortNumber(value: number): string {
  const unit = ['', ' k', ' M', ' G', ' T'];
  const power = value < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(value) / 3));
  const scaled = value / 1000 ** power;
  return `${scaled >= 100 || power === 0 ? Math.round(scaled) : scaled.toFixed(scaled < 10 ? 1 : 0)}${unit[power]}`;
}

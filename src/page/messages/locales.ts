import { declared } from './en/declared.ts';
import { english } from './en/index.ts';
import type { Catalogue } from './messages.ts';

interface Locale {
  /** As in the attribute `lang` of a document. */
  readonly tag: string;
  /** The button that leads to this language, in this language. */
  readonly name: string;
  readonly switchTo: string;
  load(): Promise<Catalogue>;
}

/** The languages of the page, as the address writes them; all but the first are loaded when wanted. */
export const LOCALES = {
  en: {
    tag: 'en',
    name: 'English',
    switchTo: 'Switch to English',
    load: async () => ({ messages: english, declared }),
  },
  zh: {
    // Chinese is written here as on the mainland.
    tag: 'zh-CN',
    name: '中文',
    switchTo: '切换到中文',
    load: async () => (await import('./zh/index.ts')).chinese,
  },
} satisfies Readonly<Record<string, Locale>>;

export type Language = keyof typeof LOCALES;

export const LANGUAGES = Object.keys(LOCALES) as readonly Language[];

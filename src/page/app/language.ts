import { byId } from '../ui/dom.ts';
import { writeStorage, readStorage } from './local-storage.ts';
import { fillPage } from '../messages/fill.ts';
import { speak, words } from '../messages/words.ts';

/** The languages of the page, as the address writes them. */
const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The address's key, and the memory's. */
const KEY = 'lang';

/** In the attribute of a document: Chinese is written here as on the mainland. */
const TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

/** What the address says, else what was chosen on an earlier visit, else what the browser prefers. */
export function languageNow(): Language {
  const asked = new URLSearchParams(location.search).get(KEY) ?? readStorage(KEY);
  return (
    LANGUAGES.find((language) => language === asked) ??
    languageAmong(navigator.languages) ??
    LANGUAGES[0]
  );
}

/** The first of a reader's languages that the page has. */
export function languageAmong(tags: readonly string[]): Language | undefined {
  const found = tags.map((tag) => tag.toLowerCase().split('-')[0]);
  return found.map((name) => LANGUAGES.find((language) => language === name)).find(Boolean);
}

/** Loads the words of the page's language and writes them into the page as it was delivered. */
export async function speakLanguage(): Promise<void> {
  const language = languageNow();
  const root = document.documentElement;
  root.lang = TAGS[language];
  if (language === 'zh') {
    const { ZH } = await import('../messages/zh/index.ts');
    speak(ZH);
    fillPage();
  }
  offerOther(byId('switch-language'), language === 'en' ? 'zh' : 'en');
  root.dataset['spoken'] = language;
}

/** Lets a button load the page anew in the other language; all else is in the address. */
function offerOther(button: HTMLElement, language: Language): void {
  const { other, switchTo } = words().language;
  button.textContent = other;
  button.lang = TAGS[language];
  button.setAttribute('aria-label', switchTo);
  button.title = switchTo;
  button.addEventListener('click', () => {
    writeStorage(KEY, language);
    const url = new URL(location.href);
    url.searchParams.delete(KEY);
    const query = url.search.slice(1);
    url.search = [`${KEY}=${language}`, ...(query === '' ? [] : [query])].join('&');
    history.replaceState(history.state, '', url);
    location.reload();
  });
}

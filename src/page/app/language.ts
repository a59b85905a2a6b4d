import { byId } from '../ui/dom.ts';
import { writeStorage, readStorage } from '../shell/local-storage.ts';
import { fillPage } from '../messages/fill-page.ts';
import { setLocale } from '../messages/messages.ts';
import { LANGUAGES, LOCALES, type Language } from '../messages/locales.ts';
import { linkParameters } from '../../experiment/format/link.ts';

/** The address's key, and the memory's. */
const KEY = 'lang';

/** What the address says, else what was chosen on an earlier visit, else what the browser prefers. */
export function languageNow(): Language {
  const requested = linkParameters(location.search).get(KEY) ?? readStorage(KEY);
  return (
    LANGUAGES.find((language) => language === requested) ??
    languageAmong(navigator.languages) ??
    LANGUAGES[0]!
  );
}

/** The first of the preferred languages that the page has. */
export function languageAmong(tags: readonly string[]): Language | undefined {
  const found = tags.map((tag) => tag.toLowerCase().split('-')[0]);
  return found.map((name) => LANGUAGES.find((language) => language === name)).find(Boolean);
}

/** Loads the texts of the page's language and writes them into the page as it was delivered. */
export async function openLanguage(): Promise<void> {
  const language = languageNow();
  const { tag, load } = LOCALES[language];
  const root = document.documentElement;
  if (language !== LANGUAGES[0]) {
    // Texts that do not load are those of the page as it was delivered.
    const catalogue = await load().catch(() => undefined);
    if (!catalogue) return offerOther(byId('switch-language'), language);
    setLocale(tag, catalogue);
    fillPage();
  }
  root.lang = tag;
  offerOther(byId('switch-language'), nextTo(language));
  root.dataset['language'] = language;
}

/** The language after this one; after the last the first. */
function nextTo(language: Language): Language {
  return LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length]!;
}

/** Lets a button load the page anew in another language; all else is in the address. */
function offerOther(button: HTMLElement, language: Language): void {
  const { tag, name, switchTo } = LOCALES[language];
  button.textContent = name;
  button.lang = tag;
  button.setAttribute('aria-label', switchTo);
  button.title = switchTo;
  button.addEventListener('click', () => {
    writeStorage(KEY, language);
    const url = new URL(location.href);
    url.searchParams.delete(KEY);
    const query = url.search.slice(1);
    url.search = [`${KEY}=${language}`, ...(query === '' ? [] : [query])].join('&');
    try {
      history.replaceState(history.state, '', url);
      location.reload();
    } catch {
      // A frame without a history: another query loads the page anew, too.
      location.replace(url);
    }
  });
}

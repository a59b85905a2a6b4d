import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { openGpu } from '../../../src/gpu/context.ts';
import { assign, checkWhole, ChoiceError } from '../../../src/experiment/schema.ts';
import { defaultExperiment, withValues } from '../../../src/experiment/experiment.ts';
import { experimentFrom } from '../../../src/experiment/format/saved.ts';
import { languageAmong } from '../../../src/page/app/language.ts';
import { EN } from '../../../src/page/messages/en/index.ts';
import { sentences, speak, told } from '../../../src/page/messages/words.ts';
import { ZH } from '../../../src/page/messages/zh/index.ts';
import { declaredTexts } from '../../support/declared.ts';
import { foreignWords } from '../../support/foreign.ts';

afterEach(() => speak(EN));

/** Entries of both languages side by side: their path, English, Chinese. */
function pairs(en: unknown, zh: unknown, path = ''): readonly [string, unknown, unknown][] {
  if (typeof en !== 'object' || en === null) return [[path, en, zh]];
  return Object.keys({ ...en, ...(zh as object) }).flatMap((key) =>
    pairs(
      (en as Record<string, unknown>)[key],
      (zh as Record<string, unknown> | undefined)?.[key],
      path === '' ? key : `${path}.${key}`,
    ),
  );
}

const { terms: ofEnglish, ...english } = EN;
const { terms, ...chinese } = ZH;

test('both languages have the same entries, of the same kind', () => {
  expect(ofEnglish).toEqual({});
  const all = pairs(english, chinese);
  expect(all.length).toBeGreaterThan(100);
  for (const [path, en, zh] of all) {
    expect(typeof zh, path).toBe(typeof en);
    if (typeof en === 'function') expect((zh as { length: number }).length, path).toBe(en.length);
  }
});

test('no Chinese entry is the English one, or has English in it', () => {
  const left = pairs(english, chinese).flatMap(([path, en, zh]) => {
    // The switch speaks the language that it leads to.
    if (path.startsWith('language.')) return [];
    const say = (entry: unknown): string =>
      typeof entry === 'function'
        ? (entry as (...x: string[]) => string)(...Array<string>(entry.length).fill('1'))
        : String(entry);
    if (path === 'notices.ignored' || path === 'share.remark') return [];
    const [a, b] = [say(en), say(zh)];
    const same = a === b && /[a-z]{2}/i.test(a);
    return same || foreignWords(b).length > 0 ? [`${path}: ${b}`] : [];
  });
  expect(left).toEqual([]);
});

test('all that models, methods, measures and presets declare is translated', () => {
  const missing = [...declaredTexts()].flatMap(([text, owner]) =>
    foreignWords(terms[text] ?? text).length > 0 ? [`${owner}: ${text}`] : [],
  );
  expect(missing).toEqual([]);
});

test('no translation is of a text that nobody says any more', async () => {
  const declared = declaredTexts();
  const reason = await openGpu(undefined).then(
    () => '',
    (error: Error) => error.message,
  );
  const sources = ['gpu/context', 'gpu/engine', 'page/views/cpu-engine']
    .map((name) => readFileSync(new URL(`../../../src/${name}.ts`, import.meta.url), 'utf8'))
    .join('\n');
  const idle = Object.keys(terms).filter((text) => !declared.has(text) && !sources.includes(text));
  expect(idle).toEqual([]);
  speak(ZH);
  expect(told(reason)).toMatch(/WebGPU.*都有/);
});

test('a text without a translation is said as it is', () => {
  speak(ZH);
  expect(sentences(['A new model.', 'Noise keeps every state moving.'])).toBe(
    'A new model.噪声使每个状态都不会停下。',
  );
});

test('what the schema refuses is refused in Chinese', () => {
  const refused = [
    () => assign(defaultExperiment(), 'lambda', 1),
    () => assign(defaultExperiment('wgan-gp'), 'lambda', 'much'),
    () => assign(defaultExperiment(), 'seed', 0.5),
    () => assign(defaultExperiment(), 'palette', 'grey'),
    () => assign(defaultExperiment(), 'model', 'dcgan'),
    () => assign(defaultExperiment(), 'method', 'sgd'),
    () => assign(defaultExperiment('f-gan'), 'nonSaturating', 'perhaps'),
    () => assign(defaultExperiment(), 'x', 'theta1'),
    () => assign(defaultExperiment(), 'hold', '1,2'),
    () => assign(defaultExperiment(), 'hold', 'psi=1'),
    () => assign(defaultExperiment(), 'starts', '1'),
    () => assign(defaultExperiment(), 'starts', '1;2;3;4;5;6;7;8;9'),
    () => checkWhole(withValues(defaultExperiment(), { time: 0.1, step: 0.1 })),
    () => experimentFrom('a.json', new TextEncoder().encode('{')),
    () => experimentFrom('a.json', new TextEncoder().encode('[]')),
    () => experimentFrom('a.json', new TextEncoder().encode('{"ganfield": 99}')),
  ].map((attempt) => {
    try {
      attempt();
      return 'nothing was refused';
    } catch (error) {
      if (!(error instanceof ChoiceError)) throw error;
      return ZH.notices.refusal(error.message);
    }
  });
  for (const message of refused) {
    expect(message).toMatch(/无效|未知/);
    expect(message).not.toMatch(
      /\b(expected|invalid|unknown|number from|one of|with|states|numbers)\b/,
    );
  }
});

test('index.html has the English words that the other language replaces', () => {
  const html = readFileSync(new URL('../../../index.html', import.meta.url), 'utf8');
  expect(html).toContain(`<title>${EN.page.title}</title>`);
  const tags = [...html.matchAll(/<[a-z]\w*\s[^>]*data-word[^>]*>([^<]*)/g)];
  expect(tags.length).toBeGreaterThan(15);
  const named = tags.flatMap(([tag, text]) =>
    [...tag.matchAll(/data-word(-\w+)?="(\w+)"/g)].map(([, kind, name]) => {
      const attribute = { '-label': 'aria-label', '-title': 'title' }[kind ?? ''];
      const said = attribute ? tag.match(` ${attribute}="([^"]*)"`)?.[1] : text!.trim();
      expect(said, name).toBe(EN.page[name as keyof typeof EN.page].trim());
      return name;
    }),
  );
  expect(new Set(named)).toEqual(new Set(Object.keys(EN.page).filter((key) => key !== 'title')));
});

test('the page speaks the first of a reader’s languages that it has', () => {
  expect(languageAmong(['zh-TW', 'en'])).toBe('zh');
  expect(languageAmong(['en-GB', 'zh-CN'])).toBe('en');
  expect(languageAmong(['fr', 'ZH'])).toBe('zh');
  expect(languageAmong(['fr', 'de'])).toBeUndefined();
});
